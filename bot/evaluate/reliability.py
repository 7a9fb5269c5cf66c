"""Whether confidence means what it says: 0.9 is right nine times in ten."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluate.claim import Claim
from bot.evaluate.summary import Share

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions whose best match has a confidence from *low* up to a tenth more.

    *right* counts them all, *answerable* and *unanswerable* a part each.
    """

    low: float
    mean_confidence: float
    right: Share
    answerable: Share
    unanswerable: Share


def reliability(claims: Sequence[Claim]) -> list[Bin]:
    """Return the bins that hold a question, the most confident first."""
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(min(int(claim.confidence * BINS), BINS - 1), []).append(claim)
    return [_bin(number / BINS, groups[number]) for number in sorted(groups, reverse=True)]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return how far confidence is from the share right, from 0 to 1: each bin's distance,
    weighted by its questions (expected calibration error, Naeini et al., 2015)."""
    asked = sum(each.right.whole for each in bins)
    gaps = (abs(each.mean_confidence * each.right.whole - each.right.part) for each in bins)
    return sum(gaps) / asked


def _bin(low: float, group: Sequence[Claim]) -> Bin:
    return Bin(
        low,
        statistics.fmean(each.confidence for each in group),
        right=_right(group),
        answerable=_right([each for each in group if each.answerable]),
        unanswerable=_right([each for each in group if not each.answerable]),
    )


def _right(group: Sequence[Claim]) -> Share:
    return Share(sum(each.right for each in group), len(group))
