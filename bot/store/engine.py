"""How either kind of database is connected to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import ExtraError, StoreError

SQLITE = "sqlite:///"
LOCK_TIMEOUT_S = 2.0
CONNECT_TIMEOUT_S = 2.0
COMMAND_TIMEOUT_S = 2.0
MIGRATION_TIMEOUT_S = 600.0
"""How long one statement may take that changes a table, or waits for who is changing it."""


def connect_to(url: str, *, to_migrate: bool = False) -> AsyncEngine:
    """Return an engine for ``sqlite:///`` and a path, or for a URL of PostgreSQL.

    Nothing is connected yet. Parameters never stand in an error: they are people's data.
    """
    if url.startswith(SQLITE):
        return _sqlite(Path(url.removeprefix(SQLITE)))
    return _postgresql(url, MIGRATION_TIMEOUT_S if to_migrate else COMMAND_TIMEOUT_S)


def name_of(engine: AsyncEngine | Engine) -> str:
    """Return what an operator knows the database by: its file, or the variable that names it."""
    return engine.url.database or "The PostgreSQL of DATABASE_URL"


def _sqlite(path: Path) -> AsyncEngine:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}): set DATA_DIR to a folder that can be."
        ) from None
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        connect_args={"timeout": LOCK_TIMEOUT_S, "isolation_level": None},
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    """Let readers go on while one writes, and what is deleted be overwritten.

    SQLite forgets about foreign keys unless told.
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Any) -> None:
    """Begin in SQL: the driver by itself would leave changes of tables out of the transaction."""
    connection.exec_driver_sql("BEGIN")


def _postgresql(url: str, command_timeout_s: float) -> AsyncEngine:
    """Leave the URL to asyncpg, which reads all that PostgreSQL's own tools do (sslmode, ...)."""
    try:
        import asyncpg
    except ImportError:
        raise ExtraError('DATABASE_URL needs asyncpg: pip install ".[postgres]"') from None

    async def connection() -> Any:
        return await asyncpg.connect(
            url, timeout=CONNECT_TIMEOUT_S, command_timeout=command_timeout_s
        )

    return create_async_engine(
        "postgresql+asyncpg://", async_creator=connection, pool_pre_ping=True, hide_parameters=True
    )
