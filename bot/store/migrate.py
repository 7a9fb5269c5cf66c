"""The database brought to the tables of this version, whole or not at all."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = "SELECT pg_advisory_xact_lock(1718579822)"  # any number that no other program uses

_log = logging.getLogger(__name__)


def upgrade(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Run what *folder* holds beyond the database's revision, in the open transaction.

    Two processes that start at once take turns. Raises `StoreError` for a newer database.
    """
    _take_turns(connection)
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    before, after = revision(connection), scripts.get_current_head()
    if before is not None and before not in {each.revision for each in scripts.walk_revisions()}:
        raise StoreError(
            f"The database is at revision {before}, which this version of Footnote does not know: "
            "start the version that was used last, or a newer one, or restore a backup."
        )
    if before != after:
        command.upgrade(config, "head")
        _log.info("Brought the store from revision %s to %s", before or "none", after)


def revision(connection: Connection) -> str | None:
    """Return the revision that the database is at; an empty database is at none."""
    return MigrationContext.configure(connection).get_current_revision()


def _take_turns(connection: Connection) -> None:
    """Lock before looking: SQLite has no lock but that of a write."""
    match connection.dialect.name:
        case "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        case _:
            connection.exec_driver_sql(_LOCK)
