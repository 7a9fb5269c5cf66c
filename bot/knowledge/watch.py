"""When a knowledge folder may have changed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

QUIET_MS = 200
GATHER_MS = 2000
LOOK_S = 5.0


async def moments(folder: Path) -> AsyncIterator[None]:
    """Yield after *folder* has changed, once for many changes at a time, and every few seconds.

    The second is for what the system does not tell: a folder that is deleted, comes back or is
    swapped by a link, and changes on a network drive.
    """
    while True:
        watched = _identity(folder)
        try:
            async for _ in awatch(
                folder,
                debounce=GATHER_MS,
                step=QUIET_MS,
                rust_timeout=int(1000 * LOOK_S),
                yield_on_timeout=True,
            ):
                yield
                if _identity(folder) != watched:
                    break
        except OSError:  # it is not there, or cannot be watched
            yield
            await asyncio.sleep(LOOK_S)


def _identity(folder: Path) -> tuple[int, int]:
    """Tell a folder from another one of the same name."""
    try:
        found = os.stat(folder)  # noqa: PTH116 - what a link leads to
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
