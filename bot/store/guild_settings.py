"""Each server's settings: read at every mention, so remembered for some seconds."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.latest import Latest
from bot.core.server import ServerSettings, UnreadSettings, Value
from bot.errors import StoreUnavailable
from bot.store.database import PATIENCE_S, Database, put
from bot.store.tables import settings

FRESH_S = 10.0
"""How long another process's change may go unseen."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Settings as they were last read, and until when they are not asked for again."""

    value: ServerSettings
    until: float


_NEVER_READ = _Known(UnreadSettings(), until=-math.inf)


class GuildSettings:
    """What moderators set, by server; the defaults where they set nothing.

    A bot that people bring along is asked in any number of servers, so the latest are remembered.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._known: Latest[int, _Known] = Latest()

    async def of(self, guild_id: int) -> ServerSettings:
        """Return a server's settings; the last known ones while the store is away.

        They are `UnreadSettings` if none are known. Of other servers that tells nothing.
        """
        known = self._known.get(guild_id, _NEVER_READ)
        if self._clock() < known.until:
            return known.value
        try:
            read = await self._read(guild_id)
        except StoreUnavailable:
            read = known.value
        if self._known.get(guild_id, _NEVER_READ) is known:  # else it was saved here meanwhile
            self._remember(guild_id, read)
        return self._known.get(guild_id, known).value

    async def save(self, guild_id: int, value: ServerSettings) -> None:
        """Store a server's settings; `of` returns them here at once, elsewhere in `FRESH_S`."""
        async with self._database.writing() as connection:
            await put(connection, settings, [{"guild_id": guild_id, **asdict(value)}])
        self._remember(guild_id, value)

    async def change(self, guild_id: int, name: str, value: Value) -> ServerSettings:
        """Store one setting of a server and return all of them.

        What others change meanwhile, here or in another process, stays.
        """
        row = {"guild_id": guild_id, **asdict(ServerSettings()), name: value}
        async with self._database.writing() as connection:
            await put(connection, settings, [row], only=[name])
            stored = await _row(connection, guild_id)
        self._remember(guild_id, stored)
        return stored

    async def reset(self, guild_id: int) -> None:
        """Delete a server's settings, so that the defaults hold."""
        async with self._database.writing() as connection:
            await connection.execute(delete(settings).where(settings.c.guild_id == guild_id))
        self._remember(guild_id, ServerSettings())

    async def _read(self, guild_id: int) -> ServerSettings:
        async with self._database.reading(within_s=PATIENCE_S) as connection:
            return await _row(connection, guild_id)

    def _remember(self, guild_id: int, value: ServerSettings) -> None:
        self._known.put(guild_id, _Known(value, self._clock() + FRESH_S))


async def _row(connection: AsyncConnection, guild_id: int) -> ServerSettings:
    columns = [column for column in settings.c if column is not settings.c.guild_id]
    rows = await connection.execute(select(*columns).where(settings.c.guild_id == guild_id))
    return next((ServerSettings(*row) for row in rows), ServerSettings())
