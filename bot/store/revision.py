"""Which tables a database has: the revision that its last migration left."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

NEWEST = "4"
"""The revision of `bot.store.tables`, which the last of the migrations leads to."""

_LOCK = "SELECT pg_advisory_xact_lock(1718579822)"  # any number that no other program uses


def revision(connection: Connection) -> str | None:
    """Return the revision that the database is at; an empty database is at none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def take_turns(connection: Connection) -> None:
    """Let processes that start at once look one after the other, until the transaction ends.

    SQLite has no lock but that of a write.
    """
    match connection.dialect.name:
        case "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        case _:
            connection.exec_driver_sql(_LOCK)
