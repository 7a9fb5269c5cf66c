"""Okapi BM25 over all phrasings, the ranking of most search engines.

Written out here, since it is a page of code: rank-bm25 is no longer kept up, bm25s is a dependency
for one formula. SQLite's own (see `fts5`) is the check on it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from bot.baselines.baseline import Phrasings
from bot.core.model import Base, Entry

K1 = 1.2
B = 0.75
_WORD = re.compile(r"\w+")


class BM25:
    """Takes the phrasing with the highest sum of word weights (Robertson and Zaragoza, 2009).

    There is no cutoff, as in the field: its scores have no scale, so one shared word is enough.
    """

    def __init__(self, base: Base) -> None:
        self._phrasings = Phrasings(base)
        self._postings = _postings([_words(text) for text in self._phrasings.texts])

    def answer(self, question: str) -> tuple[Entry | None, float]:
        """Return the entry of the best phrasing, the first of equals, if any shares a word."""
        scores = np.zeros(len(self._phrasings.texts))
        for word in _words(question):
            if word in self._postings:
                numbers, weights = self._postings[word]
                scores[numbers] += weights
        best = int(scores.argmax())
        if scores[best] <= 0:
            return None, 0.0
        return self._phrasings.entry(best), float(scores[best])


Posting = tuple[NDArray[np.intp], NDArray[np.float64]]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _postings(texts: list[list[str]]) -> dict[str, Posting]:
    """Return, for each word, the numbers of the texts that hold it and its weight in each."""
    mean_length = sum(map(len, texts)) / max(len(texts), 1)
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, words in enumerate(texts):
        norm = K1 * (1 - B + B * len(words) / mean_length)
        for word, count in Counter(words).items():
            found[word].append((number, count * (K1 + 1) / (count + norm)))
    return {word: _weighted(pairs, len(texts)) for word, pairs in found.items()}


def _weighted(pairs: list[tuple[int, float]], total: int) -> Posting:
    rarity = math.log(1 + (total - len(pairs) + 0.5) / (len(pairs) + 0.5))
    numbers, weights = zip(*pairs, strict=True)
    return np.array(numbers, dtype=np.intp), rarity * np.array(weights)
