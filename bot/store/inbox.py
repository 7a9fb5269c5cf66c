"""What people send to the curators, until a curator has dealt with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Table, and_, delete, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.allowance import allowed
from bot.store.database import Database
from bot.store.records import Report, SentQuestion

Letter = TypeVar("Letter", bound=Report | SentQuestion)


@dataclass(frozen=True, slots=True)
class Filed(Generic[Letter]):
    """Something sent, under the number it was filed by.

    The ids are those of the curators' card that shows it, 0 where there is none.
    """

    id: int
    letter: Letter
    channel_id: int = 0
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class TooMany:
    """Nothing was filed: the person has sent as much as one may on a day."""


@dataclass(frozen=True, slots=True)
class NotOpen:
    """Nothing is filed by a number any more: it was dealt with, taken back or too old."""


class Inbox(Generic[Letter]):
    """One kind of what is sent; ``kind`` has the fields that *table* has beside its own.

    What is alike in all fields named in *same* takes the place of what was sent before.
    """

    def __init__(
        self, database: Database, table: Table, kind: type[Letter], same: tuple[str, ...] = ()
    ) -> None:
        self._database = database
        self._table = table
        self._kind = kind
        self._same = same

    async def add(self, letter: Letter) -> Filed[Letter] | TooMany:
        """File *letter*; what only takes the place of another never counts as too many."""
        async with self._database.writing() as connection:
            for former in await self._replaced(connection, letter):
                return self._filed(former)
            if not await allowed(connection, letter.user_id, letter.at):
                return TooMany()
            statement = insert(self._table).values(asdict(letter)).returning(self._table)
            return self._filed((await connection.execute(statement)).mappings().one())

    async def open(self, limit: int) -> tuple[Filed[Letter], ...]:
        """Return at most *limit* of all servers that nobody has closed, oldest first."""
        return await self._read(true(), limit)

    async def open_in(self, guild_id: int, limit: int) -> tuple[Filed[Letter], ...]:
        """Return at most *limit* of one server that nobody has closed, oldest first."""
        return await self._read(self._table.c.guild_id == guild_id, limit)

    async def get(self, guild_id: int, number: int) -> Filed[Letter] | NotOpen:
        """Return what is filed as *number* in a server."""
        mine = (self._table.c.id == number) & (self._table.c.guild_id == guild_id)
        return next(iter(await self._read(mine, 1)), NotOpen())

    async def shown(self, number: int, channel_id: int, message_id: int) -> None:
        """Store which message shows the curators what is filed as *number*."""
        statement = update(self._table).where(self._table.c.id == number)
        async with self._database.writing() as connection:
            await connection.execute(
                statement.values(channel_id=channel_id, message_id=message_id)
            )

    async def close(self, number: int) -> Filed[Letter] | NotOpen:
        """Delete what is filed as *number*, since it was dealt with; only one who does gets it."""
        statement = delete(self._table).where(self._table.c.id == number).returning(self._table)
        async with self._database.deleting() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        return next(map(self._filed, rows), NotOpen())

    async def _replaced(self, connection: AsyncConnection, letter: Letter) -> Sequence[RowMapping]:
        """Put *letter* in the place of the same, and return that row if there was one."""
        if not self._same:
            return ()
        values = asdict(letter)
        alike = and_(*(self._table.c[name] == values[name] for name in self._same))
        statement = update(self._table).where(alike).values(values).returning(self._table)
        rows: Sequence[RowMapping] = (await connection.execute(statement)).mappings().all()
        return rows

    async def _read(self, condition: ColumnElement[bool], limit: int) -> tuple[Filed[Letter], ...]:
        statement = select(self._table).where(condition).order_by(self._table.c.id).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        return tuple(map(self._filed, rows))

    def _filed(self, row: RowMapping) -> Filed[Letter]:
        letter = self._kind(**{field.name: row[field.name] for field in fields(self._kind)})
        return Filed(row["id"], letter, row["channel_id"], row["message_id"])
