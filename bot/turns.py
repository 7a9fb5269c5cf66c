"""One thing at a time: an answer, its corrections and its removal wait for each other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """A lock for each message that is being dealt with."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, message_id: int) -> asyncio.Lock:
        """Return the lock of a message: ``async with turns.of(id)``."""
        return self._locks.setdefault(message_id, asyncio.Lock())

    @asynccontextmanager
    async def of_all(self, message_ids: Collection[int]) -> AsyncIterator[None]:
        """Hold the locks of several messages, taken in one order by whoever needs several."""
        async with AsyncExitStack() as held:
            for message_id in sorted(message_ids):
                await held.enter_async_context(self.of(message_id))
            yield
