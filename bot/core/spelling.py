"""Misspelt words as the base's words, by optimal string alignment distance (rapidfuzz)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.core.text import is_east_asian

SHORTEST = 4
TWO_EDITS_FROM = 8
FIRST_LETTER_FROM = 5
MOST = 16
"""As many words of a message are corrected. Of the questions to evaluate with, none has more than
three that the base does not know; 4,000 letters that nobody meant hold five hundred."""


class Speller:
    """Knows the words of a base and how often each stands in it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(counts):
            if len(word) >= SHORTEST - 1 and not is_east_asian(word):
                self._by_initial.setdefault(word[0], []).append(word)

    def correct_all(self, typed: Sequence[str]) -> list[str]:
        """Return *typed* with the unknown words corrected, the first `MOST` of them."""
        unknown = dict.fromkeys(word for word in typed if self._may_be_misspelt(word))
        meant = {word: self.correct(word) for word in islice(unknown, MOST)}
        return [meant.get(word, word) for word in typed]

    def correct(self, word: str) -> str:
        """Return the base's word that *word* was meant to be, or *word* itself.

        A known word, one under ``SHORTEST`` letters or one with a digit stays. One edit is
        allowed, two from ``TWO_EDITS_FROM`` letters on. The first letter is seldom hit wrong, so
        it counts only from ``FIRST_LETTER_FROM`` letters on, but may always be swapped with the
        second; of three letters, two neighbours may be swapped and nothing else.
        """
        if not self._may_be_misspelt(word):
            return word
        if len(word) < SHORTEST:
            meant = {known for known in _swapped(word) if known in self._counts}
        else:
            meant = {*self._alike(word), *self._but_for_the_first_letter(word)}
        return max(meant, key=lambda known: self._likely(word, known), default=word)

    def _may_be_misspelt(self, word: str) -> bool:
        return word not in self._counts and word.isalpha() and not is_east_asian(word)

    def _alike(self, word: str) -> Iterator[str]:
        """Yield the words that are near *word* and begin as it does, or with a swap."""
        edits = 1 if len(word) < TWO_EDITS_FROM else 2
        for initial in {word[0], word[1]}:
            choices = self._by_initial.get(initial, ())
            for known, _, _ in process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None
            ):
                if known[0] == word[0] or known[:2] == word[1::-1]:
                    yield known

    def _but_for_the_first_letter(self, word: str) -> Iterator[str]:
        """Yield the words that *word* would be with its first letter changed, added or gone."""
        if len(word) < FIRST_LETTER_FROM:
            return
        for initial in ("", *self._by_initial):
            for known in (initial + word, initial + word[1:]):
                if known in self._counts:
                    yield known

    def _likely(self, word: str, known: str) -> tuple[int, float, int, str]:
        """Return what the word that was meant has most of; the word itself breaks ties."""
        distance = OSA.distance(word, known)
        return -distance, JaroWinkler.similarity(word, known), self._counts[known], known


def _swapped(word: str) -> Iterator[str]:
    """Yield the words that come of swapping two neighbours in a *word* of three letters."""
    if len(word) == SHORTEST - 1:
        yield word[1] + word[0] + word[2]
        yield word[0] + word[2] + word[1]
