"""Opening the store, and in one sentence why it failed."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from records import vote

from bot.errors import StoreError
from bot.store import Tally, open_store


async def failure(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        async with open_store(url):
            pass
    return str(caught.value)


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


async def test_the_folder_is_made(tmp_path: Path):
    async with open_store(f"sqlite:///{tmp_path / 'new' / 'folder' / 'footnote.sqlite3'}"):
        pass

    assert (tmp_path / "new" / "folder" / "footnote.sqlite3").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
async def test_only_the_operator_can_read_the_file(tmp_path: Path, sqlite_url: str):
    async with open_store(sqlite_url) as store:
        await store.votes.cast(vote())
        modes = _modes(tmp_path)

    assert modes == {
        "footnote.sqlite3": 0o600,
        "footnote.sqlite3-shm": 0o600,
        "footnote.sqlite3-wal": 0o600,
    }


@pytest.mark.parametrize("name", ["with space", "100%", "what?", "a#b", "등대"])
async def test_any_folder_name_will_do(tmp_path: Path, name: str):
    async with open_store(f"sqlite:///{tmp_path / name / 'footnote.sqlite3'}") as store:
        await store.votes.cast(vote())
        assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)

    assert (tmp_path / name / "footnote.sqlite3").exists()


async def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")

    assert "set DATA_DIR" in await failure(f"sqlite:///{tmp_path / 'file' / 'footnote.sqlite3'}")


async def test_a_file_that_is_no_database_is_said_so(tmp_path: Path):
    (tmp_path / "footnote.sqlite3").write_text("a diary, not a database" * 100)

    said = await failure(f"sqlite:///{tmp_path / 'footnote.sqlite3'}")

    assert said.startswith(f"{tmp_path / 'footnote.sqlite3'} cannot be opened (file is not a dat")
    assert "put a backup in its place, or move it away to begin anew" in said


async def test_a_file_that_another_program_holds_is_said_so(
    tmp_path: Path, sqlite_url: str, monkeypatch
):
    monkeypatch.setattr("bot.store.engine.LOCK_TIMEOUT_S", 0.05)
    async with open_store(sqlite_url):
        pass
    other = sqlite3.connect(tmp_path / "footnote.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    assert "database is locked" in await failure(sqlite_url)

    other.close()


async def test_a_server_that_is_not_there_is_said_so(unused_tcp_port: int):
    said = await failure(f"postgresql://bot:hunter2@127.0.0.1:{unused_tcp_port}/footnote")

    assert said.startswith("The PostgreSQL of DATABASE_URL cannot be opened (")
    assert "hunter2" not in said


async def test_a_database_that_does_not_exist_is_said_so(postgresql_url: str):
    said = await failure(postgresql_url.replace("/postgres?", "/elsewhere?"))

    assert "does not exist" in said


@pytest.mark.parametrize(
    "url", ["postgresql://bot:hunter2@host:port/x", "postgresql://bot:hunter2@[::1/x"]
)
async def test_a_url_that_cannot_be_read_is_said_so_without_its_password(url: str):
    assert "hunter2" not in await failure(url)
