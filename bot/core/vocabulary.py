"""The features of a base as numbers, and texts as sparse vectors of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from bot.core.features import Floats, Ints, features, is_long, is_run_of_letters

UNKNOWN = 2.0

Marks = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or less by the weight of words that the base lacks.

    *length* is what the weights were divided by.
    """

    ids: Ints
    weights: Floats
    length: float


class Vocabulary:
    """The features of a base, and how rare each is: its inverse document frequency *idf*.

    A feature is known by its *mark*, a hash of 64 bits: the names of 160,000 features would take
    20 MiB. *marks* rise, and a feature's number is its place among them. *total* is one more than
    the phrasings they are counted in.
    """

    def __init__(self, marks: Marks, idf: Floats, total: int) -> None:
        self.marks = marks
        self.total = total
        self.idf = idf
        self._unknown_idf = math.log(total / 0.5)

    def __len__(self) -> int:
        return len(self.idf)

    def vector(self, words: Sequence[str]) -> Vector:
        """Return *words* as a vector; words and stems unknown to the base count in its length."""
        ids, weights, unknown = self.weigh(features(words).items())
        length = math.sqrt(float(weights @ weights) + unknown) or 1.0
        return Vector(ids, weights / np.float32(length), length)

    def weigh(self, found: Iterable[tuple[str, float]]) -> tuple[Ints, Floats, float]:
        """Return the known features of *found*, their weights, and the unknown ones' square."""
        names, weights = list(zip(*found, strict=True)) or [(), ()]
        ids, known = self._find(names)
        unknown = sum(
            UNKNOWN * (weight * self._unknown_idf) ** 2
            for name, weight in compress(zip(names, weights, strict=True), ~known)
            if not is_long(name)
        )
        return ids, np.array(weights, dtype=np.float32)[known] * self.idf[ids], unknown

    def _find(self, names: Sequence[str]) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the numbers of the features that are known, and which of *names* these are."""
        marks = _marks(names)
        places = np.searchsorted(self.marks, marks).astype(np.int32)
        known = np.zeros(len(names), dtype=np.bool_)
        within = places < len(self.marks)
        known[within] = self.marks[places[within]] == marks[within]
        return places[known], known


@dataclass(frozen=True, slots=True)
class Readings:
    """Texts as features by number, not weighed yet: read once, learned from several times.

    *marks* are the features, in rising order; *long* tells which of them are pairs or longer runs,
    *runs* which are runs of letters. *found* holds each text's features and their class weights.
    """

    marks: Marks
    long: NDArray[np.bool_]
    runs: NDArray[np.bool_]
    found: Sequence[tuple[Ints, Floats]]

    def only(self, numbers: Ints) -> Readings:
        """Return the texts of these *numbers* alone."""
        return replace(self, found=[self.found[number] for number in numbers.tolist()])

    def telling(self) -> Readings:
        """Return them without the features that say nothing of another text.

        These are pairs and longer runs that stand in a single text, and what stands in none.
        """
        kept = self.counts() > np.where(self.long, 1, 0)
        places = (np.cumsum(kept) - 1).astype(np.int32)
        return Readings(
            self.marks[kept],
            self.long[kept],
            self.runs[kept],
            [(places[ids[kept[ids]]], weights[kept[ids]]) for ids, weights in self.found],
        )

    def counts(self) -> NDArray[np.int64]:
        """Return in how many texts each feature stands."""
        everything = np.concatenate([np.empty(0, np.int32), *(ids for ids, _ in self.found)])
        return np.bincount(everything, minlength=len(self.marks))


def read(texts: Iterable[Sequence[str]]) -> Readings:
    """Return the features of *texts*, each given by its words."""
    numbers: dict[str, int] = {}
    found = [_read(words, numbers) for words in texts]
    marks = _marks(list(numbers))
    order = np.argsort(marks)
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order))
    return Readings(
        marks[order],
        np.array([is_long(name) for name in numbers], dtype=np.bool_)[order],
        np.array([is_run_of_letters(name) for name in numbers], dtype=np.bool_)[order],
        [(places[ids], weights) for ids, weights in found],
    )


def learn(texts: Readings) -> tuple[Vocabulary, list[Vector]]:
    """Return the features of a base's phrasings, and each phrasing as a vector of them."""
    total = len(texts.found) + 1
    idf = np.log(total / (texts.counts() + 0.5)).astype(np.float32)
    vectors = [_vector(ids, weights, idf) for ids, weights in texts.found]
    return Vocabulary(texts.marks, idf, total), vectors


def _marks(names: Sequence[str]) -> Marks:
    """Return a hash for each of *names*, the same on every machine and in every process."""
    encoded = (name.encode("utf-8", "surrogatepass") for name in names)
    hashes = (blake2b(each, digest_size=8).digest() for each in encoded)
    return np.frombuffer(b"".join(hashes), dtype="<u8")


def _read(words: Sequence[str], numbers: dict[str, int]) -> tuple[Ints, Floats]:
    """Return the features of *words* by number, new ones numbered on, and their class weights."""
    found = features(words)
    ids = [numbers.setdefault(name, len(numbers)) for name in found]
    return np.array(ids, dtype=np.int32), np.array(list(found.values()), dtype=np.float32)


def _vector(ids: Ints, weights: Floats, idf: Floats) -> Vector:
    weights = weights * idf[ids]
    length = math.sqrt(float(weights @ weights)) or 1.0
    return Vector(ids, weights / np.float32(length), length)
