"""How well a question's words fit each target: a linear classifier over sparse features.

It starts from the targets' centroids (the mean of their phrasings) and is refined by softmax
regression, one phrasing at a time: what a rival claims too much is pushed away from it. Centroids
alone are better than the nearest phrasing when phrasings are few, and refining is worth 2 points
of accuracy at 10 phrasings a target and 5 at 100 (docs/matching.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.core.features import Floats, Ints, Vector, Vocabulary

EPOCHS = 4
LEAST_EPOCHS_AT = 60_000
RATE = 0.1
SHARPNESS = 20.0
NEGLIGIBLE = 0.002


class Lexical:
    """Scores targets, numbered from 0 to *count* - 1, by the words of a question."""

    def __init__(self, texts: Sequence[Sequence[str]], labels: Ints, count: int) -> None:
        self._vocabulary = Vocabulary(texts)
        self._vectors = [self._vocabulary.vector(words) for words in texts]
        self._labels = labels
        self._weights = _centroids(self._vectors, labels, len(self._vocabulary), count)
        _refine(self._weights, self._vectors, labels)

    def scores(self, words: Sequence[str]) -> Floats:
        """Return the score of each target, mostly between 0 and 1; 0 for unknown words."""
        vector = self._vocabulary.vector(words)
        found: Floats = vector.weights @ self._weights[vector.ids]
        return found

    def nearest(self, words: Sequence[str], target: int) -> tuple[int, float]:
        """Return which phrasing of *target* is nearest to *words*, by its place, and its cosine.

        *target* has at least one phrasing.
        """
        vector = self._vocabulary.vector(words)
        dense = np.zeros(len(self._vocabulary), dtype=np.float32)
        dense[vector.ids] = vector.weights
        places = np.flatnonzero(self._labels == target)
        cosines = [
            float(dense[other.ids] @ other.weights)
            for other in map(self._vectors.__getitem__, places)
        ]
        best = int(np.argmax(cosines))
        return int(places[best]), cosines[best]


def _centroids(vectors: Sequence[Vector], labels: Ints, size: int, count: int) -> Floats:
    weights = np.zeros((size, count), dtype=np.float32)
    for vector, label in zip(vectors, labels, strict=True):
        weights[vector.ids, label] += vector.weights
    lengths = np.sqrt(np.einsum("ij,ij->j", weights, weights))
    weights /= np.maximum(lengths, np.float32(1e-6))
    return weights


def _refine(weights: Floats, vectors: Sequence[Vector], labels: Ints) -> None:
    """Improve *weights* in place, in an order that is mixed but always the same."""
    order = np.random.default_rng(0)
    epochs = min(EPOCHS, max(1, LEAST_EPOCHS_AT // max(len(vectors), 1)))
    for _ in range(epochs):
        for number in order.permutation(len(vectors)):
            vector = vectors[number]
            claims = softmax(SHARPNESS * (vector.weights @ weights[vector.ids]))
            claims[labels[number]] -= 1
            rivals = np.flatnonzero(np.abs(claims) > NEGLIGIBLE)
            step = np.outer(RATE * vector.weights, claims[rivals])
            weights[np.ix_(vector.ids, rivals)] -= step


def softmax(values: Floats) -> Floats:
    """Return *values* as shares of 1, the greater the larger."""
    powers: Floats = np.exp(values - values.max())
    shares: Floats = powers / powers.sum()
    return shares
