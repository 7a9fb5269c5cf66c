"""How well a question's words fit each target: a linear classifier over sparse features.

It starts from the targets' centroids (the mean of their phrasings, its square roots taken so that
what many phrasings share does not drown the rest) and is refined by softmax regression, one
phrasing at a time: what a rival claims too much is pushed away from it. Centroids alone are better
than the nearest phrasing when phrasings are few, and refining is worth 2 points of accuracy at 10
phrasings a target and 5 at 100 (docs/matching.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core import vocabulary
from bot.core.features import Floats, Ints, word_features
from bot.core.sparse import Sparse, compress
from bot.core.vocabulary import Readings, Vector, Vocabulary

EPOCHS = 4
FULL_EPOCHS_UP_TO = 60_000
RATE = 0.2
SHARPNESS = 12.0
NEGLIGIBLE = 0.02
LEARNED = 0.95
STEPS = 127
ROWS_AT_ONCE = 1024
"""The weights of a large base take hundreds of MiB, and each copy of them as much again."""


@dataclass(frozen=True, slots=True)
class Lexical:
    """Scores targets, numbered from 0 on, by the words of a question.

    *weights* has a row for each feature and a column for each target, in 8 bits: ``STEPS`` of the
    column's *steps* either way of 0, at the same accuracy. *ids* and *values* are the phrasings'
    vectors end to end, less their runs of letters, each from its place in *starts*; *first* has
    the first phrasing of each target. Both end with where the next one would begin.
    """

    vocabulary: Vocabulary
    weights: Sparse
    steps: Floats
    ids: Ints
    values: NDArray[np.float16]
    starts: NDArray[np.int64]
    first: NDArray[np.int64]

    def vector(self, words: Sequence[str]) -> Vector:
        """Return *words* as a vector of this base's features."""
        return self.vocabulary.vector(words)

    def scores(self, vector: Vector) -> Floats:
        """Return the score of each target, mostly between 0 and 1; 0 for unknown words."""
        return self._sum(vector.ids, vector.weights)

    def shares(self, words: Sequence[str], target: int) -> dict[str, float]:
        """Return the share of each word in what words by themselves add to *target*'s score.

        They sum to 1, or to nothing where no word adds anything.
        """
        added = {word: self._added(word, target) for word in dict.fromkeys(words)}
        whole = sum(added.values())
        return {word: part / whole for word, part in added.items()} if whole else added

    def _added(self, word: str, target: int) -> float:
        ids, weights, _ = self.vocabulary.weigh(word_features(word))
        return max(0.0, float(self._sum(ids, weights)[target]))

    def _sum(self, ids: Ints, weights: Floats) -> Floats:
        found: Floats = self.weights.combine(ids, weights, len(self.steps)) * self.steps
        return found

    def nearest(self, vector: Vector, target: int) -> int:
        """Return the place of the phrasing of *target* that is nearest to *vector*.

        *target* has at least one phrasing; among equals the first is taken.
        """
        first, last = self.first[target], self.first[target + 1]
        dense = np.zeros(len(self.vocabulary), dtype=np.float32)
        dense[vector.ids] = vector.weights
        within = slice(self.starts[first], self.starts[last])
        shared = np.zeros(within.stop - within.start + 1, dtype=np.float32)
        np.multiply(dense[self.ids[within]], self.values[within], out=shared[:-1])
        starts = self.starts[first:last] - self.starts[first]
        return int(first + np.argmax(np.add.reduceat(shared, starts)))


def learn(texts: Readings, labels: Ints, count: int) -> Lexical:
    """Return what phrasings teach of *count* targets.

    *texts* holds the phrasings, *labels* the target of each, in rising order.
    """
    texts = texts.telling()
    features, vectors = vocabulary.learn(texts)
    weights = _centroids(vectors, labels, len(features), count)
    _refine(weights, vectors, labels)
    nothing = Vector(np.empty(0, np.int32), np.empty(0, np.float32), 1.0)
    steps = _steps(weights)
    whole = list(_whole_words(vectors, texts.runs))
    return Lexical(
        features,
        compress(_rounded(weights, steps), count),
        steps,
        ids=np.concatenate([vector.ids for vector in (nothing, *whole)]),
        values=np.concatenate([each.weights for each in (nothing, *whole)]).astype(np.float16),
        starts=np.cumsum([0, *(len(vector.ids) for vector in whole)]),
        first=np.searchsorted(labels, np.arange(count + 1)),
    )


def _whole_words(vectors: Sequence[Vector], runs: NDArray[np.bool_]) -> Iterator[Vector]:
    """Yield *vectors* less their features that are *runs* of letters, which are most of them.

    Which phrasing is nearest is told to people, who see words.
    """
    for vector in vectors:
        kept = ~runs[vector.ids]
        yield Vector(vector.ids[kept], vector.weights[kept], vector.length)


def _steps(weights: Floats) -> Floats:
    """Return how long each column's steps are, so that its largest weight is ``STEPS`` of them."""
    largest = np.maximum(weights.max(axis=0, initial=1e-6), -weights.min(axis=0, initial=-1e-6))
    steps: Floats = (largest / np.float32(STEPS)).astype(np.float32)
    return steps


def _rounded(weights: Floats, steps: Floats) -> Iterator[NDArray[np.int8]]:
    """Yield *weights* in steps of their column, ``ROWS_AT_ONCE`` at a time."""
    for first in range(0, len(weights), ROWS_AT_ONCE):
        yield np.round(weights[first : first + ROWS_AT_ONCE] / steps).astype(np.int8)


def _centroids(vectors: Sequence[Vector], labels: Ints, size: int, count: int) -> Floats:
    """Return a column of length 1 for each target: the square roots of its phrasings' sum.

    A feature of nine phrasings in ten weighs three times as much as one of a single phrasing, not
    nine times (power normalisation, Perronnin et al., 2010).
    """
    weights = np.zeros((size, count), dtype=np.float32)
    for vector, label in zip(vectors, labels, strict=True):
        weights[vector.ids, label] += vector.weights
    np.sqrt(weights, out=weights)
    lengths = np.sqrt(np.einsum("ij,ij->j", weights, weights))
    weights /= np.maximum(lengths, np.float32(1e-6))
    return weights


def _refine(weights: Floats, vectors: Sequence[Vector], labels: Ints) -> None:
    """Improve *weights* in place, in an order that is mixed but always the same.

    A phrasing whose target claims ``LEARNED`` of it is not asked again.
    """
    order = np.random.default_rng(0)
    left = np.arange(len(vectors))
    for _ in range(min(EPOCHS, max(1, FULL_EPOCHS_UP_TO // max(len(vectors), 1)))):
        unlearned = []
        for number in order.permutation(left):
            vector, label = vectors[number], labels[number]
            claims = softmax(SHARPNESS * (vector.weights @ weights[vector.ids]))
            if claims[label] < LEARNED:
                unlearned.append(number)
            claims[label] -= 1
            rivals = np.flatnonzero(np.abs(claims) > NEGLIGIBLE)
            step = -RATE * claims[rivals]
            weights[vector.ids[:, np.newaxis], rivals] += vector.weights[:, np.newaxis] * step
        left = np.array(unlearned, dtype=np.int64)


def softmax(values: Floats) -> Floats:
    """Return *values* as shares of 1, the greater the larger."""
    powers: Floats = np.exp(values - values.max())
    shares: Floats = powers / powers.sum()
    return shares
