"""Work that goes on until SIGTERM or Ctrl-C, and then cleans up after itself."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress

SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def until_stopped(work: Coroutine[None, None, None]) -> None:
    """Run *work* to its end; the first signal cancels it, a second one is not caught.

    Windows has no such handlers; there Ctrl-C reaches `asyncio.run` as `KeyboardInterrupt`.
    """
    task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()

    def stop() -> None:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
        task.cancel()

    with suppress(NotImplementedError):
        for number in SIGNALS:
            loop.add_signal_handler(number, stop)
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()
