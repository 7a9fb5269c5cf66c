"""Meaning, with made-up vectors in place of an encoder's."""

from __future__ import annotations

import numpy as np

from bot.core.semantic import learn

COUNT, SIZE, EACH = 4, 16, 12


def phrasings(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return vectors around four close centres, all of them dominated by a shared direction."""
    order = np.random.default_rng(seed)
    shared = np.zeros(SIZE)
    shared[0] = 3
    centres = shared + np.eye(COUNT, SIZE, 1) * 0.8
    labels = np.repeat(np.arange(COUNT), EACH).astype(np.int32)
    spread = np.zeros((COUNT * EACH, SIZE))
    spread[:, 8:] = order.normal(scale=0.9, size=(COUNT * EACH, 8))
    vectors = centres[labels] + spread
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32), labels


def share_right(scores: list[np.ndarray], labels: np.ndarray) -> float:
    return float(
        np.mean([each.argmax() == label for each, label in zip(scores, labels, strict=True)])
    )


def test_what_sets_targets_apart_counts_more_than_what_they_share():
    """Plain cosines with the means are misled by directions in which all phrasings vary."""
    vectors, labels = phrasings(1)
    asked, wanted = phrasings(2)
    means = np.stack([vectors[labels == target].mean(axis=0) for target in range(COUNT)])
    means /= np.linalg.norm(means, axis=1, keepdims=True)

    learned = learn(vectors, labels, COUNT)

    ours = share_right([learned.scores(vector) for vector in asked], wanted)
    plain = share_right([means @ vector for vector in asked], wanted)
    assert ours > plain


def test_the_same_vectors_teach_the_same_to_the_last_digit():
    vectors, labels = phrasings(1)

    first, second = (learn(vectors, labels, COUNT) for _ in range(2))

    assert (first.weights == second.weights).all()


def test_a_target_without_phrasings_scores_nothing():
    vectors, labels = phrasings(1)

    scores = learn(vectors, labels, COUNT + 1).scores(vectors[0])

    assert len(scores) == COUNT + 1
    assert scores[COUNT] < scores[labels[0]]
