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
        centred: Floats = vector[np.newaxis] - self.mean
        found: Floats = _unit(centred @ self.whitening)[0] @ self.weights
        return found


def learn(vectors: Floats, labels: Ints, count: int) -> Semantic:
    """Return what phrasings teach of *count* targets.

    *vectors* has a row for each phrasing, *labels* its target.
    """
    whitening = _whitening(vectors - _means(vectors, labels, count)[labels])
    mean = vectors.mean(axis=0, dtype=np.float32)
    whitened = _unit((vectors - mean) @ whitening)
    weights = _unit(_means(whitened, labels, count)).T.copy()
    _refine(weights, whitened, labels)
    return Semantic(mean, whitening, weights)


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


def _refine(weights: Floats, vectors: Floats, labels: Ints) -> None:
    """Improve *weights* in place, in an order that is mixed but always the same."""
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        mixed = order.permutation(len(vectors))
        for first in range(0, len(mixed), BATCH):
            chosen = mixed[first : first + BATCH]
            claims = SHARPNESS * (vectors[chosen] @ weights)
            claims = np.exp(claims - claims.max(axis=1, keepdims=True))
            claims /= claims.sum(axis=1, keepdims=True)
            claims[np.arange(len(chosen)), labels[chosen]] -= 1
            weights += vectors[chosen].T @ (np.float32(-RATE / SHARPNESS) * claims)
