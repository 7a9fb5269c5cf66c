"""The simulated clock of the demo."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from simcord import Env

TICK_S = 1.0


def set_back(env: Env, *, by_s: float) -> None:
    """Set the simulated clock to *by_s* seconds before the real time."""
    env.backend.advance_clock(max(0.0, _behind_s(env) - by_s))


@asynccontextmanager
async def real_time(env: Env) -> AsyncIterator[None]:
    """Let the simulated clock follow the real one.

    A tick goes to the backend, in one step: `Env.advance_time` waits for the bot, and a press in
    the page that arrives meanwhile is refused as an overlapping operation.
    """

    async def follow() -> None:
        while True:
            await asyncio.sleep(TICK_S)
            set_back(env, by_s=0)

    set_back(env, by_s=0)
    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        following.cancel()


def _behind_s(env: Env) -> float:
    return (datetime.now(UTC) - env.now()).total_seconds()
