"""Misspelt words as the base's words, by optimal string alignment distance (rapidfuzz)."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.core.text import is_east_asian

SHORTEST = 4
TWO_EDITS_FROM = 8


class Speller:
    """Knows the words of a base and how often each stands in it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(counts):
            if len(word) >= SHORTEST - 1 and not is_east_asian(word):
                self._by_initial.setdefault(word[0], []).append(word)

    def correct(self, word: str) -> str:
        """Return the base's word that *word* was meant to be, or *word* itself.

        A known word, one under ``SHORTEST`` letters or one with a digit stays. One edit is
        allowed, two from ``TWO_EDITS_FROM`` letters on; the first two letters may be swapped.
        """
        if (
            word in self._counts
            or len(word) < SHORTEST
            or not word.isalpha()
            or is_east_asian(word)
        ):
            return word
        edits = 1 if len(word) < TWO_EDITS_FROM else 2
        nearest = [
            (-distance, JaroWinkler.similarity(word, known), self._counts[known], known)
            for initial in {word[0], word[1]}
            for known, distance, _ in process.extract(
                word,
                self._by_initial.get(initial, ()),
                scorer=OSA.distance,
                score_cutoff=edits,
                limit=None,
            )
            if known[0] == word[0] or known[:2] == word[1::-1]
        ]
        return max(nearest)[-1] if nearest else word
