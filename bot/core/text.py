"""One normalisation, shared by the index and the question, so that both see the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from bot.core.model import Alias

LENGTH_LIMIT = 4000

_DISCORD_MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:|/[^:>]{1,100}:|t:)[^<>\s]{0,40}>")
_LAST_LATIN = "\u024f"
_LINK = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u0060": "'"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ELIDED = re.compile(r"\b(?:d|l|qu)'(?=[^\W\d_]{2})")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")


def clean(text: str) -> str:
    """Return *text* in small letters without mentions, links, custom emoji, accents and marks.

    At most ``LENGTH_LIMIT`` characters are read. The result may be empty, and is no longer: some
    characters stand for eighteen, which is cut too.
    """
    text = _LINK.sub(" ", _DISCORD_MARKUP.sub(" ", text[:LENGTH_LIMIT]))
    if text.isascii():
        return text.lower().translate(_QUOTES)
    text = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return "".join(map(_plain, text[:LENGTH_LIMIT]))


def _plain(char: str) -> str:
    """Return *char* without its accent if it is a Latin letter, and nothing for a stacked mark."""
    if char <= _LAST_LATIN:
        return unicodedata.normalize("NFD", char)[0]
    return "" if unicodedata.category(char) in ("Mn", "Me", "Cf") else char


def words(text: str) -> list[str]:
    """Return the words of *text*, cleaned, in order: "Japan's" as "japan", "l'île" as "ile"."""
    found = _WORD.findall(_ELIDED.sub("", clean(text)))
    return [word.removesuffix("'s").replace("'", "") for word in found]


def is_east_asian(word: str) -> bool:
    """Tell whether *word* holds a Korean, Japanese or Chinese character."""
    return _EAST_ASIAN.search(word) is not None


class Script(Enum):
    """How a question is written: with spaces between words, or in East Asian characters."""

    SPACED = auto()
    EAST_ASIAN = auto()


def script(words: Sequence[str]) -> Script:
    """Return the script of *words*; one East Asian word in three is enough."""
    east_asian = sum(map(is_east_asian, words))
    return Script.EAST_ASIAN if 3 * east_asian >= max(len(words), 1) else Script.SPACED


class Glossary:
    """Reads every alias as the one name that it stands for, the longest alias first."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._names: dict[tuple[str, ...], list[str]] = {}
        for alias in aliases:
            name = words(alias.name)
            for other in (alias.name, *alias.aliases):
                self._names[tuple(words(other))] = name
        self._lengths = _lengths(self._names)

    @property
    def vocabulary(self) -> set[str]:
        """All words that stand in a name or an alias."""
        return {word for alias in self._names for word in alias}

    def read(self, tokens: list[str]) -> list[str]:
        """Return *tokens* with each alias replaced by its name's words."""
        result: list[str] = []
        at = 0
        while at < len(tokens):
            for length in self._lengths.get(tokens[at], ()):
                name = self._names.get(tuple(tokens[at : at + length]))
                if name is not None:
                    result += name
                    at += length
                    break
            else:
                result.append(tokens[at])
                at += 1
        return result


def _lengths(aliases: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """Return the lengths of the aliases that begin with each word, the longest first."""
    found: dict[str, set[int]] = {}
    for alias in aliases:
        if alias:
            found.setdefault(alias[0], set()).add(len(alias))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}
