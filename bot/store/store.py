"""The store: opened once, then read and written by its parts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.desk import Tray
from bot.errors import StoreError
from bot.store.cards import Cards
from bot.store.database import AWAY, Database, reason
from bot.store.deletion import delete_from, together
from bot.store.engine import connect_to, name_of
from bot.store.guild_settings import GuildSettings
from bot.store.inbox import Inbox
from bot.store.people import People
from bot.store.records import CardMessage, Deleted, Report, SentQuestion
from bot.store.retention import RETENTION_DAYS
from bot.store.revision import NEWEST, revision, take_turns
from bot.store.tables import metadata, questions, reports
from bot.store.votes import Votes

PURGE_SIZE = 1000


class Store:
    """What must last. Each part raises `StoreUnavailable` while the database is away."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.settings = GuildSettings(database)
        self.votes = Votes(database)
        self.reports = Inbox(database, reports, Report, ("user_id", "guild_id", "entry_id"))
        self.questions = Inbox(database, questions, SentQuestion)
        self.cards = Cards(database)
        self.people = People(database, self.cards)

    def letters(self, tray: Tray) -> Inbox[SentQuestion] | Inbox[Report]:
        """Return what was sent of one kind."""
        return self.questions if tray is Tray.QUESTIONS else self.reports

    async def remember(self, card: CardMessage) -> None:
        """Store *card* now, or when the store is back; never raises for an absent database."""
        await self.cards.remember(card)

    async def purge(self, now: datetime) -> Deleted:
        """Delete what is older than its retention, see `RETENTION_DAYS`; return what went.

        At most `PURGE_SIZE` of each kind go at a time, so that no statement takes too long.
        """
        await self.cards.send_waiting()
        async with self._database.deleting() as connection:
            parts = [
                await delete_from(connection, table, _some_older(table, now - kept))
                for table, kept in _kept().items()
            ]
            return together(parts)


def _kept() -> dict[Table, timedelta]:
    return {metadata.tables[kind]: timedelta(days) for kind, days in RETENTION_DAYS.items()}


def _some_older(table: Table, than: datetime) -> ColumnElement[bool]:
    key = table.primary_key.columns
    some = select(*key).where(table.c.at < than).limit(PURGE_SIZE)
    return tuple_(*key).in_(some)


@asynccontextmanager
async def open_store(url: str, *, upgrade: bool = True) -> AsyncIterator[Store]:
    """Open the database at *url*, bring it up to date, and close it at the end of the block.

    *url* is ``sqlite:///`` and a path, or a URL of PostgreSQL. Raises `StoreError` if the
    database cannot be reached, cannot be brought up to date, or is newer than this program;
    without *upgrade*, for who only reads, also if it is older.
    """
    step = _upgrade if upgrade else _refuse_others
    await _prepare(connect_to(url, to_migrate=True), step)
    engine = connect_to(url)
    try:
        store = Store(Database(engine))
        try:
            yield store
        finally:
            await store.cards.last_try()
    finally:
        await engine.dispose()


async def _prepare(engine: AsyncEngine, step: Callable[[Connection], None]) -> None:
    try:
        async with engine.begin() as connection:
            await connection.run_sync(step)
    except (*AWAY, ValueError) as error:
        raise StoreError(
            f"{name_of(engine)} cannot be opened ({reason(error)}). {_remedy(engine)} "
            "Nothing was changed."
        ) from error
    finally:
        await engine.dispose()


def _remedy(engine: AsyncEngine) -> str:
    if engine.dialect.name == "sqlite":
        return (
            "End what else uses it; if it is damaged, put a backup in its place, "
            "or move it away to begin anew."
        )
    return "Check that address and its server, then start again."


def _upgrade(connection: Connection) -> None:
    """Run what migrations are missing; most starts miss none, and load no Alembic (12 MiB)."""
    take_turns(connection)
    if revision(connection) != NEWEST:
        from bot.store.migrate import upgrade

        upgrade(connection)


def _refuse_others(connection: Connection) -> None:
    """Raise `StoreError` where the tables are not those of this program."""
    if (found := revision(connection)) != NEWEST:
        raise StoreError(
            f"The database is at revision {found or 'none'}, which this version of Footnote cannot"
            f" read: it is brought to revision {NEWEST} when a bot of this version starts."
        )
