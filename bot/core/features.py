"""Words as weighted features: what makes two questions similar, short of their meaning.

A feature is a word, its stem, a pair of neighbouring words, or a run of 3 to 5 letters within a
word (1 to 3 characters for Korean and Japanese). Its weight is that of its class times its
inverse document frequency over the phrasings of the base (Spärck Jones, 1972).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.text import is_east_asian

WORD, STEM, PAIR, LETTERS, CHARACTERS = 1.0, 0.6, 0.5, 0.35, 0.6
LETTER_RUNS = (3, 4, 5)
CHARACTER_RUNS = (1, 2, 3)
SUFFIXES = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "s",
    "ly",
    "e",
)
STEM_LENGTH = 3

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


def stem(word: str) -> str:
    """Cut one English ending off *word*, if at least ``STEM_LENGTH`` letters are left."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= STEM_LENGTH:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=50_000)
def word_features(word: str) -> tuple[tuple[str, float], ...]:
    """Return the features that *word* has by itself, each once, with their class weights."""
    if is_east_asian(word):
        return tuple(
            (f"c:{run}", CHARACTERS) for run in dict.fromkeys(_runs(word, CHARACTER_RUNS))
        )
    runs = dict.fromkeys(_runs(f" {word} ", LETTER_RUNS))
    letters = tuple((f"l:{run}", LETTERS) for run in runs)
    return ((f"w:{word}", WORD), (f"s:{stem(word)}", STEM), *letters)


def features(words: Sequence[str]) -> dict[str, float]:
    """Return the features of a question, each once, with their class weights."""
    found: dict[str, float] = {}
    for word in words:
        found.update(word_features(word))
    for first, second in zip(("", *words), (*words, ""), strict=True):
        found[f"p:{first} {second}"] = PAIR
    return found if words else {}


def _runs(text: str, lengths: Iterable[int]) -> Iterator[str]:
    for length in lengths:
        for at in range(len(text) - length + 1):
            yield text[at : at + length]


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or less by the weight of features that the base lacks."""

    ids: Ints
    weights: Floats


class Vocabulary:
    """The features of a base and their weights.

    Pairs and runs that stand in a single phrasing say nothing of another and are left out.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        counts = Counter(feature for words in texts for feature in features(words))
        total = len(texts) + 1
        self._ids: dict[str, int] = {}
        self._single: set[str] = set()
        idf: list[float] = []
        for feature, count in counts.items():
            if count == 1 and feature[0] in "pl":
                self._single.add(feature)
            else:
                self._ids[feature] = len(idf)
                idf.append(math.log(total / (count + 0.5)))
        self._idf = idf
        self._unknown_idf = math.log(total / 0.5)

    def __len__(self) -> int:
        return len(self._idf)

    def vector(self, words: Sequence[str]) -> Vector:
        """Return *words* as a vector; unknown features count in its length only."""
        ids, weights, unknown = [], [], 0.0
        for feature, weight in features(words).items():
            number = self._ids.get(feature)
            if number is not None:
                ids.append(number)
                weights.append(weight * self._idf[number])
            elif feature not in self._single:
                unknown += (weight * self._unknown_idf) ** 2
        values = np.array(weights, dtype=np.float32)
        length = math.sqrt(float(values @ values) + unknown) or 1.0
        return Vector(np.array(ids, dtype=np.int32), values / np.float32(length))
