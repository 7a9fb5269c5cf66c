"""The figures themselves, each small enough to be checked by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Return how often a score of *inside* is above one of *outside*; a tie counts half.

    This is the area under the ROC curve (Hanley and McNeil, 1982); neither may be empty.
    """
    ordered = np.sort(np.asarray(outside, dtype=np.float64))
    scores = np.asarray(inside, dtype=np.float64)
    below = np.searchsorted(ordered, scores, side="left")
    not_above = np.searchsorted(ordered, scores, side="right")
    return float((below + not_above).mean() / 2 / len(ordered))


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that *percent* of *values* (at least one) do not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * percent / 100), 1) - 1]
