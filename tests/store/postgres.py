"""A PostgreSQL for the tests: real, its own, gone at the end."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest


class Postgres:
    """A server that can be stopped and started, with one database that can be emptied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.start()
        self._server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf()")  # for speed

    def start(self) -> None:
        import pgserver

        self._server = pgserver.get_server(self._folder, cleanup_mode="stop")

    def stop(self) -> None:
        self._server.cleanup()

    def empty_database(self) -> str:
        """Return the URL of the database, without any table."""
        self._server.psql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        return self._server.get_uri()


@pytest.fixture(scope="session")
def postgres():
    """The folder is short and of its own: a socket's path may have only about 100 characters."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())  # pgserver asks for it
    pytest.importorskip("pgserver", reason="pgserver has no wheel for this Python")
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        try:
            server = Postgres(Path(folder))
        except Exception as error:
            pytest.skip(f"pgserver cannot run here: {error}")
        yield server
        server.stop()
