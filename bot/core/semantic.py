"""How well a question's meaning fits each target, from sentence vectors of any encoder.

All entries of a base share a topic, and an encoder trained on the whole web puts them close
together. So the directions in which phrasings of one target differ among themselves are shrunk
first (within-class covariance normalisation, Hatch et al., 2006), gently: more would cost bases of
many topics. Then a softmax regression from the targets' centroids learns what sets them apart.
docs/matching.md has what each is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.core.features import Floats, Ints

SHRINKAGE = 0.8
EPOCHS = 10
BATCH = 64
RATE = 1.5
SHARPNESS = 15.0


class Encoder(Protocol):
    """Turns texts into sentence vectors."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return a row of length 1 for each of *texts*, in order; nothing of them is kept."""
        ...

    def learn(self, texts: Sequence[str]) -> Floats:
        """Do the same for texts of a base, which may be remembered for the next start."""
        ...


@dataclass(frozen=True, slots=True)
class Semantic:
    """Scores targets, numbered from 0 on, by a question's sentence vector.

    *whitening* maps a vector, less the *mean*, to where *weights*, a column for each target, are.
    """

    mean: Floats
    whitening: Floats
    weights: Floats

    def scores(self, vector: Floats) -> Floats:
        """Return the score of each target, mostly between 0 and 1."""
        found: Floats = self.whiten(vector[np.newaxis])[0] @ self.weights
        return found

    def whiten(self, vectors: Floats) -> Floats:
        """Return *vectors*, a row each, in the whitened space, of length 1."""
        centred: Floats = vectors - self.mean
        return _unit(centred @ self.whitening)


class Lesson:
    """Phrasings being learned from: what they teach, and how each fares without its own part.

    *vectors* has a row for each phrasing, *labels* its target. *watched* are the numbers of those
    that will be left out, which takes room for each.
    """

    def __init__(self, vectors: Floats, labels: Ints, count: int, watched: Ints) -> None:
        whitening = _whitening(vectors - _means(vectors, labels, count)[labels])
        mean = vectors.mean(axis=0, dtype=np.float32)
        whitened = _unit((vectors - mean) @ whitening)
        means = _means(whitened, labels, count)
        weights = _unit(means).T.copy()
        self._vectors = whitened[watched]
        self._own = _refine(weights, whitened, labels, watched)
        sums = np.bincount(labels, minlength=count) * np.linalg.norm(means, axis=1)
        own = labels[watched]
        self._own[np.arange(len(watched)), own] += (1 / sums[own]).astype(np.float32)
        self._semantic = Semantic(mean, whitening, weights)

    def left_out(self, place: int) -> Floats:
        """Return the scores of the watched phrasing at *place* as if not learned from."""
        found: Floats = self._vectors[place] @ self._semantic.weights - self._own[place]
        return found

    def semantic(self) -> Semantic:
        """Return what was learned."""
        return self._semantic


def _means(vectors: Floats, labels: Ints, count: int) -> Floats:
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, labels, vectors)
    sizes = np.maximum(np.bincount(labels, minlength=count), 1).astype(np.float32)
    means: Floats = sums / sizes[:, np.newaxis]
    return means


def _unit(rows: Floats) -> Floats:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    unit: Floats = rows / np.maximum(lengths, np.float32(1e-6))[:, np.newaxis]
    return unit


def _whitening(spread: Floats) -> Floats:
    """Return the inverse square root of the covariance of *spread*, shrunk towards a sphere."""
    covariance = spread.T @ spread / len(spread)
    size = len(covariance)
    sphere = np.eye(size) * max(float(np.trace(covariance)) / size, 1e-6)
    values, axes = np.linalg.eigh((1 - SHRINKAGE) * covariance + SHRINKAGE * sphere)
    return np.asarray((axes * values**-0.5) @ axes.T, dtype=np.float32)


def _refine(weights: Floats, vectors: Floats, labels: Ints, watched: Ints) -> Floats:
    """Improve *weights* in place, in an order that is mixed but always the same.

    Return how much of each watched vector was added to each target, shape (watched, targets).
    """
    added = np.zeros((len(watched), weights.shape[1]), dtype=np.float32)
    places = np.full(len(vectors), -1)
    places[watched] = np.arange(len(watched))
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        mixed = order.permutation(len(vectors))
        for first in range(0, len(mixed), BATCH):
            chosen = mixed[first : first + BATCH]
            claims = SHARPNESS * (vectors[chosen] @ weights)
            claims = np.exp(claims - claims.max(axis=1, keepdims=True))
            claims /= claims.sum(axis=1, keepdims=True)
            claims[np.arange(len(chosen)), labels[chosen]] -= 1
            step = np.float32(-RATE / SHARPNESS) * claims
            weights += vectors[chosen].T @ step
            seen = places[chosen] >= 0
            added[places[chosen[seen]]] += step[seen]
    return added
