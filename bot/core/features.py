"""Words as weighted features: what makes two questions similar, short of their meaning.

A feature is a word, its stem, a pair of neighbouring words, a run of 2 to 4 letters within a word
(1 to 3 characters for Korean and Japanese), or one of 3 or 4 across the space between two. Its
weight is that of its class times its inverse document frequency over the phrasings of the base
(Spärck Jones, 1972).
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
UNKNOWN = 2.0
LETTER_RUNS = (2, 3, 4)
JOINT_RUNS = (3, 4)
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


@lru_cache(maxsize=4096)
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
        found.update(_joint(first, second))
    return found if words else {}


@lru_cache(maxsize=4096)
def _joint(first: str, second: str) -> dict[str, float]:
    """Return the runs of letters across the space between two words.

    A slip of the finger spoils a pair of words, but not all of these.
    """
    reach = max(JOINT_RUNS) - 2
    before, after = first[-reach:], second[:reach]
    runs = _runs(f"{before} {after}", JOINT_RUNS)
    return {f"l:{run}": LETTERS for run in runs if " " in run[1:-1]}


def _runs(text: str, lengths: Iterable[int]) -> Iterator[str]:
    for length in lengths:
        for at in range(len(text) - length + 1):
            yield text[at : at + length]


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or less by the weight of words that the base lacks.

    *length* is what the weights were divided by.
    """

    ids: Ints
    weights: Floats
    length: float


class Vocabulary:
    """The features of a base and their weights.

    Pairs and longer runs that stand in a single phrasing say nothing of another: left out.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        counts = Counter(feature for words in texts for feature in features(words))
        kept = {name: count for name, count in counts.items() if count > 1 or not _is_long(name)}
        total = len(texts) + 1
        self._ids = {name: number for number, name in enumerate(kept)}
        self._idf = [math.log(total / (count + 0.5)) for count in kept.values()]
        self._unknown_idf = math.log(total / 0.5)

    def __len__(self) -> int:
        return len(self._idf)

    def vector(self, words: Sequence[str]) -> Vector:
        """Return *words* as a vector; words and stems unknown to the base count in its length."""
        ids, weights, unknown = self.weigh(features(words).items())
        length = math.sqrt(float(weights @ weights) + unknown) or 1.0
        return Vector(ids, weights / np.float32(length), length)

    def weigh(self, found: Iterable[tuple[str, float]]) -> tuple[Ints, Floats, float]:
        """Return the known features of *found*, their weights, and the unknown ones' square."""
        ids, weights, unknown = [], [], 0.0
        for feature, weight in found:
            number = self._ids.get(feature)
            if number is not None:
                ids.append(number)
                weights.append(weight * self._idf[number])
            elif not _is_long(feature):
                unknown += UNKNOWN * (weight * self._unknown_idf) ** 2
        return np.array(ids, dtype=np.int32), np.array(weights, dtype=np.float32), unknown


def _is_long(feature: str) -> bool:
    """Tell whether *feature* is a pair, or a run of more than one character."""
    return feature[0] in "pl" or (feature[0] == "c" and len(feature) > len("c:") + 1)
