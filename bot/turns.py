"""One thing at a time: an answer, its corrections and its removal wait for each other."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """A lock for each message that is being dealt with."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, message_id: int) -> asyncio.Lock:
        """Return the lock of a message: ``async with turns.of(id)``."""
        return self._locks.setdefault(message_id, asyncio.Lock())
