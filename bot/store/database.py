"""The database as the store sees it: read, write, and away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import StoreUnavailable
from bot.store.outage import Outage, Work

OURS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
"""What only a fault in this program raises."""

AWAY = (DBAPIError, PoolTimeout, OSError)
"""What a disk, a lock or a network raises, once `OURS` is taken out."""

WRITERS = {"sqlite": 1, "postgresql": 15}
"""How many write at once. SQLite lets only one, and serves those who wait there in no order."""

TURN_TIMEOUT_S = 10.0

PATIENCE_S = 1.0
"""How long somebody's answer waits for the database, before it goes on without."""


class Database:
    """Transactions that raise `StoreUnavailable` when the database is away, and log it once."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turns = asyncio.Semaphore(WRITERS[engine.dialect.name])
        self._outage = Outage()

    @asynccontextmanager
    async def reading(self, *, within_s: float | None = None) -> AsyncIterator[AsyncConnection]:
        """Give a connection to read by; a database that takes longer than *within_s* is away."""
        with self._watched(Work.READ):
            async with asyncio.timeout(within_s), self._engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection to write by; all is stored at the end of the block, or nothing."""
        with self._watched(Work.WRITE):
            async with self._turn(), self._engine.begin() as connection:
                yield connection

    @asynccontextmanager
    async def deleting(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection to delete by; what is deleted stands nowhere in SQLite's files then.

        A reader that takes long leaves it in the log until something else is deleted.
        """
        async with self.writing() as connection:
            yield connection
        if self._engine.dialect.name == "sqlite":
            with suppress(StoreUnavailable):
                await self._empty_log()

    async def _empty_log(self) -> None:
        with self._watched(Work.WRITE):
            async with self._turn(), self._engine.connect() as connection:
                await connection.exec_driver_sql("COMMIT")  # SQLite does it in no transaction
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        async with asyncio.timeout(TURN_TIMEOUT_S):
            await self._turns.acquire()
        try:
            yield
        finally:
            self._turns.release()

    @contextmanager
    def _watched(self, work: Work) -> Iterator[None]:
        try:
            yield
        except OURS:
            raise
        except AWAY as error:
            self._outage.failed(work, reason(error))
            raise StoreUnavailable from error
        self._outage.worked(work)


async def put(
    connection: AsyncConnection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    only: Collection[str] = (),
) -> None:
    """Insert *rows*, each in place of the one that has the same primary key.

    Of a row that is there already, *only* these columns are replaced, or all if none is named.
    """
    insert = insert_into(connection, table)
    names = only or [column.name for column in table.c if not column.primary_key]
    statement = insert.on_conflict_do_update(
        index_elements=table.primary_key.columns,
        set_={name: insert.excluded[name] for name in names},
    )
    await connection.execute(statement, rows)


def insert_into(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return the same statement for either database; SQLAlchemy has no common one."""
    is_sqlite = connection.dialect.name == "sqlite"
    return sqlite.insert(table) if is_sqlite else postgresql.insert(table)


def reason(error: Exception) -> str:
    """Say what went wrong in the database's own words, without statement or values."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    first, *_ = str(cause).splitlines() or [""]
    return first or type(cause).__name__
