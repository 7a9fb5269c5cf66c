"""The database brought to the tables of this version, whole or not at all."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.errors import StoreError
from bot.store.engine import name_of
from bot.store.revision import revision

MIGRATIONS = Path(__file__).parent / "migrations"

_log = logging.getLogger(__name__)


def upgrade(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Run what *folder* holds beyond the database's revision, in the open transaction.

    Whoever calls it has taken turns first. Raises `StoreError` for a newer database.
    """
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    before, after = revision(connection), scripts.get_current_head()
    if before is not None and before not in {each.revision for each in scripts.walk_revisions()}:
        raise StoreError(
            f"{name_of(connection.engine)} is at revision {before}, which this version of "
            "Footnote does not know: start the version that was used last, or a newer one, or put "
            "a backup in its place."
        )
    if before != after:
        command.upgrade(config, "head")
        _log.info("Brought the store from revision %s to %s", before or "none", after)
