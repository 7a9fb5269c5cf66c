"""When a knowledge folder may have changed."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

QUIET_MS = 200
GATHER_MS = 2000
LOOK_S = 5.0

_log = logging.getLogger(__name__)


async def moments(folder: Path) -> AsyncIterator[None]:
    """Yield after *folder* has changed, once for many changes at a time, and every few seconds.

    The second is for what the system does not tell: a folder that is deleted, comes back or is
    swapped by a link, changes on a network drive, and all of them where it can watch no more.
    """
    told = ""
    while True:
        try:
            async for _ in _changes(folder):
                yield
        except Exception as error:  # watchfiles raises OSError, an error of its own, or a group
            if str(error) != told:
                told = str(error)
                _log.warning(
                    "%s cannot be watched, only looked at every %s s: %s", folder, LOOK_S, told
                )
            yield
            await asyncio.sleep(LOOK_S)


async def _changes(folder: Path) -> AsyncIterator[None]:
    """Yield what the system tells of *folder*, until it is another folder of that name."""
    watched = _identity(folder)
    async for _ in awatch(
        folder,
        debounce=GATHER_MS,
        step=QUIET_MS,
        rust_timeout=int(1000 * LOOK_S),
        yield_on_timeout=True,
    ):
        yield
        if _identity(folder) != watched:
            return


def _identity(folder: Path) -> tuple[int, int]:
    """Tell a folder from another one of the same name."""
    try:
        found = os.stat(folder)  # noqa: PTH116 - what a link leads to
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
