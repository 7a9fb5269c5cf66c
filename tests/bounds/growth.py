"""How the work on an input grows with its size, told by ratios: a noisy machine changes neither.

Processor time is counted, not that on the wall, and the least of some runs: what another process
does falls on neither size. Eight times the input is eight times the work where it grows in
proportion, and 64 times where it grows with the square.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
IN_PROPORTION = 24
LEAST_S = 0.004
MOST = 100_000
RUNS = 3

Work = Callable[[], object]


def in_proportion(work: Callable[[int], Work], size: int = 1000) -> bool:
    """Tell whether ``work(TIMES * n)()`` takes about `TIMES` as long as ``work(n)()``, or less.

    *n* is *size*, doubled until the work takes long enough to be measured, up to `MOST`. What
    *work* itself does to prepare the input is not counted.
    """
    small = spent(work(size))
    while small < LEAST_S and size < MOST:
        size *= 2
        small = spent(work(size))
    allowed = IN_PROPORTION * max(small, LEAST_S)
    return spent(work(TIMES * size), enough=allowed) < allowed


def spent(run: Work, enough: float = 0.0) -> float:
    """Return the processor time of *run* in seconds, the least of `RUNS`.

    The first time under *enough* will do.
    """
    least = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        run()
        least = min(least, time.process_time() - start)
        if least < enough:
            break
    return least
