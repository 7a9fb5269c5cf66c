"""The features of a base as numbers, and texts as sparse vectors of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.core.features import Floats, Ints, features, is_long

UNKNOWN = 2.0


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or less by the weight of words that the base lacks.

    *length* is what the weights were divided by.
    """

    ids: Ints
    weights: Floats
    length: float


class Vocabulary:
    """The features of a base, by name, and how rare each is: its inverse document frequency *idf*.

    *total* is one more than the phrasings they are counted in.
    """

    def __init__(self, names: Sequence[str], idf: Floats, total: int) -> None:
        self.total = total
        self._ids = {name: number for number, name in enumerate(names)}
        self.idf = idf
        self._unknown_idf = math.log(total / 0.5)

    def __len__(self) -> int:
        return len(self.idf)

    @property
    def names(self) -> tuple[str, ...]:
        """The features, in the order of their numbers."""
        return tuple(self._ids)

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
                weights.append(weight)
            elif not is_long(feature):
                unknown += UNKNOWN * (weight * self._unknown_idf) ** 2
        known = np.array(ids, dtype=np.int32)
        return known, np.array(weights, dtype=np.float32) * self.idf[known], unknown


@dataclass(frozen=True, slots=True)
class Readings:
    """Texts as features by number, not weighed yet: read once, learned from several times.

    *names* are the features, *long* tells which of them are pairs or longer runs, *found* holds
    each text's features and their class weights.
    """

    names: Sequence[str]
    long: NDArray[np.bool_]
    found: Sequence[tuple[Ints, Floats]]

    def only(self, numbers: Ints) -> Readings:
        """Return the texts of these *numbers* alone."""
        return replace(self, found=[self.found[number] for number in numbers.tolist()])


def read(texts: Iterable[Sequence[str]]) -> Readings:
    """Return the features of *texts*, each given by its words."""
    numbers: dict[str, int] = {}
    found = [_read(words, numbers) for words in texts]
    long = np.array([is_long(name) for name in numbers], dtype=np.bool_)
    return Readings(tuple(numbers), long, found)


def learn(texts: Readings) -> tuple[Vocabulary, list[Vector]]:
    """Return the features of a base's phrasings, and each phrasing as a vector of them.

    Pairs and longer runs that stand in a single phrasing say nothing of another: left out.
    """
    everything = np.concatenate([np.empty(0, np.int32), *(found for found, _ in texts.found)])
    counts = np.bincount(everything, minlength=len(texts.names))
    kept = counts > np.where(texts.long, 1, 0)
    places = (np.cumsum(kept) - 1).astype(np.int32)
    total = len(texts.found) + 1
    idf = np.log(total / (counts[kept] + 0.5)).astype(np.float32)
    names = [texts.names[number] for number in np.flatnonzero(kept).tolist()]
    return Vocabulary(names, idf, total), [
        _vector(places[found[kept[found]]], weights[kept[found]], idf)
        for found, weights in texts.found
    ]


def _read(words: Sequence[str], numbers: dict[str, int]) -> tuple[Ints, Floats]:
    """Return the features of *words* by number, new ones numbered on, and their class weights."""
    found = features(words)
    ids = [numbers.setdefault(name, len(numbers)) for name in found]
    return np.array(ids, dtype=np.int32), np.array(list(found.values()), dtype=np.float32)


def _vector(ids: Ints, weights: Floats, idf: Floats) -> Vector:
    weights = weights * idf[ids]
    length = math.sqrt(float(weights @ weights)) or 1.0
    return Vector(ids, weights / np.float32(length), length)
