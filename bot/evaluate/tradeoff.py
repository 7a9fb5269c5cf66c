"""Accuracy against false answers, as the confidence that an answer needs falls from 1 to 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.evaluate.claim import Claim


@dataclass(frozen=True, slots=True)
class Point:
    """The share of the answerable questions that are answered rightly, and of the unanswerable
    ones that are answered at all, from 0 to 1, where *threshold* is the least confidence."""

    threshold: float
    accuracy: float
    false_answers: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A point for each threshold that makes a difference, the strictest first, and the *shipped*
    threshold."""

    name: str
    points: tuple[Point, ...]
    shipped: float

    def at(self, threshold: float) -> Point:
        """Return what *threshold* gives."""
        passed = (point for point in reversed(self.points) if point.threshold >= threshold)
        return replace(next(passed, Point(threshold, 0.0, 0.0)), threshold=threshold)


def curve(name: str, claims: Sequence[Claim], shipped: float) -> Curve:
    """Return the curve of *claims*: an answerable and an unanswerable question at least."""
    return Curve(name, tuple(_points(claims)), shipped)


def _points(claims: Sequence[Claim]) -> list[Point]:
    answerable = sum(claim.answerable for claim in claims)
    unanswerable = len(claims) - answerable
    given = sorted((claim for claim in claims if claim.answers), key=_strictness)
    right = wrong = 0
    points = []
    for _, group in groupby(given, key=_strictness):
        tied = list(group)
        right += sum(claim.answerable and claim.right for claim in tied)
        wrong += sum(not claim.answerable for claim in tied)
        points.append(Point(tied[0].confidence, right / answerable, wrong / unanswerable))
    return points


def _strictness(claim: Claim) -> float:
    return -claim.confidence
