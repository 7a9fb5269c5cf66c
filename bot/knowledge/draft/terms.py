"""Short terms that tell one paragraph from the others: names, numbers, rare words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

MOST_TERMS = 3
RARE_LETTERS = 7
RARE_IN = 2
"""A rare word stands in at most so many paragraphs of the article."""

_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[^\W\d_a-zß-öø-ÿ][\w'’.-]*\w)"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of the|of|de|da|von|van|bin|al) )?{_CAPITAL})*")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = rf"(?:{_MONTH})(?: \d{{4}})?"
_MONTH_FIRST = rf"(?:{_MONTH}) \d{{1,2}}\b(?:, \d{{4}})?"
_CALENDAR = re.compile(f"{_MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")
_NUMBER = re.compile(
    rf"{_MONTH_FIRST}|"
    r"[$€£¥₩]?\d+(?:[.,:]\d+)*(?:(?: ?%)|(?:[-\s](?:per cent|percent|million|billion|trillion|"
    rf"kilometres|km|miles|tonnes|troops|people|years|months|days|hours|{_DAY_FIRST})))?"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:[.!?…:]['\"”’)]*\s+|[\n“\"])['\"“‘(]*$")
_MARKS_CHARS = 9
_ENDING = re.compile(r"['’]s$")
_SMALL = re.compile(
    "a|after|against|all|also|although|an|and|another|any|as|at|because|before|between|both|but|"
    "by|despite|during|each|every|first|for|from|further|he|her|here|his|however|if|in|instead|it|"
    "its|last|later|many|meanwhile|more|moreover|most|next|no|not|now|of|on|once|one|only|other|"
    "our|perhaps|recently|second|she|since|so|some|still|such|that|the|their|then|there|therefore|"
    "these|they|this|those|though|through|to|today|towards|under|until|we|what|when|where|whether|"
    "while|who|why|with|without|yesterday|yet|you",
    re.I,
)


class Terms:
    """Knows how often each name and word stands in the paragraphs of an article."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._words = Counter(word for text in paragraphs for word in {*_lower(text)})
        self._names = Counter(name for text in paragraphs for name in {*names(text)})
        self._common = max(RARE_IN, len(paragraphs) // 5)

    def of(self, text: str) -> list[str]:
        """Return at most ``MOST_TERMS`` terms as they stand in *text*, the most telling first.

        Names of few paragraphs come first, then a number, rare long words, and names that stand
        all over the article; a paragraph without any of these has none.
        """
        known = sorted({*self._plain_names(text)}, key=lambda each: (self._names[each], each))
        telling = [name for name in known if self._names[name] <= self._common]
        return _apart([*telling[:2], *numbers(text)[:1], *self._rare(text), *known])[:MOST_TERMS]

    def _plain_names(self, text: str) -> Iterator[str]:
        """Yield the names in *text*, without a title before a name that stands without it too."""
        for name in names(text):
            words = name.split()
            ends = [" ".join(words[at:]) for at in range(len(words) - 1, 0, -1)]
            yield next((end for end in ends if " " in end and end in self._names), name)

    def _rare(self, text: str) -> list[str]:
        found = {word for word in _WORD.findall(text) if _may_tell(word)}
        rare = [word for word in found if self._words[word.lower()] <= RARE_IN]
        return sorted(rare, key=self._rarity)

    def _rarity(self, word: str) -> tuple[bool, int, int, str]:
        """Order words: joined ones first, as most of them are things, then rare and long ones."""
        return "-" not in word, self._words[word], -len(word), word


def _may_tell(word: str) -> bool:
    """Tell whether *word* may be a thing: long, and no English adverb or participle."""
    is_small = _SMALL.fullmatch(word) is not None or word.endswith(("ly", "ing", "ed"))
    return len(word) >= RARE_LETTERS and word.islower() and not is_small


def names(text: str) -> list[str]:
    """Return the names in *text*, in order; a capital that only begins a sentence is none."""
    return list(_names(text))


def _names(text: str) -> Iterator[str]:
    for found in _NAME.finditer(text):
        words = found[0].split()
        if _begins_sentence(text, found.start()) and (
            len(words) == 1 or _is_common(words[0], text)
        ):
            words = words[1:]
        name = _ENDING.sub("", " ".join(words))
        if len(name) > 1 and name[0].isupper() and not _CALENDAR.fullmatch(name):
            yield name


def _begins_sentence(text: str, at: int) -> bool:
    return _SENTENCE_START.search(f"\n{text[:at]}"[-_MARKS_CHARS:]) is not None


def _is_common(word: str, text: str) -> bool:
    """Tell whether *word*, at the head of a sentence, is no part of a name that follows it."""
    small = rf"\b{re.escape(word.lower())}\b"
    return _SMALL.fullmatch(word) is not None or re.search(small, text) is not None


def numbers(text: str) -> list[str]:
    """Return the numbers in *text* with their units, in order, each once."""
    return list(dict.fromkeys(found[0].strip() for found in _NUMBER.finditer(text)))


def _lower(text: str) -> Iterable[str]:
    return (word.lower() for word in _WORD.findall(text))


def _apart(terms: Iterable[str]) -> list[str]:
    """Return *terms* without those that another one holds."""
    kept: list[str] = []
    for term in terms:
        if not any(term in other or other in term for other in kept):
            kept.append(term)
    return kept
