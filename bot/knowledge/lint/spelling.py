"""Misspelt words in what members read: English questions, answers, and the lines of small talk.

Phrasings are as people type, and may be as wrong as they please. A word counts as misspelt if
neither the wordlist (symspellpy's, 82,765 words) nor the base knows it, in British or American
spelling, but one of them knows a word that it nearly is. So names, loanwords and terms of a trade
stay unmentioned.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any

from bot.core.spelling import Speller
from bot.knowledge.content import Content, Located
from bot.knowledge.document import Place
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

WORDLIST = "frequency_dictionary_en_82_765.txt"
SHORTEST = 4
OFTEN = 4
"""A word that stands so often in the base, and more often than what it nearly is, is meant."""

AMERICAN = (
    (r"our", "or"),
    (r"(?<=[tbv])re\b", "er"),
    (r"nce\b", "nse"),
    (r"(?<=[iy])s(?=e|ing|ation)", "z"),
    (r"ll(?=ed|ing|er|or|ment|\b)", "l"),
    (r"ogue\b", "og"),
    (r"ough\b", "ow"),
    (r"ium\b", "um"),
    (r"[ao]e", "e"),
)
"""British spellings as American ones: enough to see that two spellings are of one word."""
_ACCENT = re.compile("[\u0300-\u036f]")

_COMPOUND = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:\"“(]\s*)\Z")


def misspelt(subject: Subject) -> Iterator[Finding]:
    """Words of shown texts that nearly are a known word."""
    spelling = _Spelling(subject)
    for piece, place, text in _shown(subject.content):
        for found in _COMPOUND.finditer(text):
            begins = bool(_BEGINS.search(text[: found.start()]))
            if meant := spelling.meant(found[0], begins=begins):
                message = f"{found[0]!r} is not known: is {meant!r} meant?"
                yield warning("spelling", piece, message, *place)


def _shown(content: Content) -> Iterator[tuple[Located[Any], Place, str]]:
    for entry in content.entries:
        yield entry, ("question",), entry.spec.question
        yield entry, ("answer",), entry.spec.answer
    for talk in content.small_talk:
        yield talk, ("reply",), talk.spec.reply


class _Spelling:
    """Knows English words, and those that the base vouches for."""

    def __init__(self, subject: Subject) -> None:
        vouched = [word for text in _vouched(subject.content) for word in _parts(text)]
        texts = [
            *(way.text for way in subject.ways),
            *(text for *_, text in _shown(subject.content)),
        ]
        self._used = Counter(word.lower() for text in texts for word in _parts(text))
        self._names = Counter(word.lower() for word in vouched if word[0].isupper())
        self._words = _wordlist() + Counter(map(str.lower, vouched))
        self._name_speller = Speller(self._names)
        self._speller = Speller(self._words)

    def meant(self, compound: str, *, begins: bool) -> str:
        """Return the known word that a part of *compound* nearly is; empty where none is wrong.

        *begins* tells that it begins a sentence, so that a capital makes no name of it.
        """
        parts = _parts(compound)
        if "".join(parts).lower() in self._words:
            return ""
        near = (self._near(part, is_name=part[0].isupper() and not begins) for part in parts)
        return next(filter(None, near), "")

    def _near(self, part: str, *, is_name: bool) -> str:
        small = part.lower()
        if len(part) < SHORTEST or small in self._words or (part.isupper() and is_name):
            return ""
        near = (self._name_speller if is_name else self._speller).correct(small)
        if near == small or self._is_meant(small, near) or _american(small) in self._american:
            return ""
        return near.capitalize() if near in self._names else near

    @cached_property
    def _american(self) -> frozenset[str]:
        return frozenset(_american("\n".join(self._words)).split("\n"))

    def _is_meant(self, word: str, near: str) -> bool:
        return self._used[word] >= OFTEN and self._used[word] > self._used[near]


def _vouched(content: Content) -> Iterator[str]:
    """Yield what stands in the article itself, and what the glossary names."""
    for alias in content.glossary:
        yield from (alias.spec.name, *alias.spec.aliases)
    for source in content.sources:
        spec = source.source.spec
        yield from (spec.title, spec.publisher, spec.byline)
        yield from (section.title for section in spec.sections)
        yield from (f"{each.start} {each.end}" for each in spec.paragraphs)
    for entry in content.entries:
        yield from (term for terms in entry.spec.evidence.values() for term in terms)


def _parts(text: str) -> list[str]:
    """Return the words of *text*, those with a hyphen part by part, without "'s"."""
    found = (part for each in _COMPOUND.findall(text) for part in each.split("-"))
    return [part.replace("’", "'").removesuffix("'s") for part in found]


def _american(words: str) -> str:
    """Return *words* in American spelling and without accents, as the wordlist has them."""
    words = _ACCENT.sub("", unicodedata.normalize("NFD", words))
    for british, american in AMERICAN:
        words = re.sub(british, american, words)
    return words


def _wordlist() -> Counter[str]:
    text = (files("symspellpy") / WORDLIST).read_text("utf-8-sig")
    pairs = (line.split() for line in text.splitlines())
    return Counter({word: int(count) for word, count in pairs})
