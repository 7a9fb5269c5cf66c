"""Which phrasings to learn from, and which to leave out, to see how unknown questions fare.

Learning anew without them is the only honest way (cross-validation, Stone, 1974). Taking off
again what a phrasing had added to the weights was tried: the others would have learned more in
its absence, so it made every base look harder than it is (docs/matching.md).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from bot.core.features import Ints

LEAST_FOLDS = 5
ENOUGH = 3000
"""So many phrasings left out tell enough; a large base learns once more for it, not five times."""


def folds(labels: Ints, *, enough: int = ENOUGH) -> Iterator[tuple[Ints, Ints]]:
    """Yield the numbers of the phrasings to learn from, and of those to leave out.

    *labels* holds the target of each phrasing, in rising order. One in ``LEAST_FOLDS`` is left
    out at a time, a smaller share of a large base, and at most *enough* in all. A target's only
    phrasing always stays: without it nothing could be right.
    """
    count = max(LEAST_FOLDS, -(-len(labels) // enough))
    turns = min(count, enough * count // max(len(labels), 1))
    alone = np.bincount(labels, minlength=1)[labels] == 1
    for turn in range(turns):
        left_out = (np.arange(len(labels)) % count == turn) & ~alone
        if left_out.any():
            yield _numbers(~left_out), _numbers(left_out)


def _numbers(chosen: NDArray[np.bool_]) -> Ints:
    return np.flatnonzero(chosen).astype(np.int32)
