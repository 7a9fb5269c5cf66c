"""A database is brought to the tables of this version, whole or not at all."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from records import question, vote
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.server import ServerSettings
from bot.errors import StoreError
from bot.store import Tally, open_store
from bot.store.engine import connect_to
from bot.store.migrate import MIGRATIONS, upgrade
from bot.store.revision import NEWEST, revision, take_turns
from bot.store.tables import metadata

NEXT = """
from alembic import op
from sqlalchemy import Column, Integer

revision = "next"
down_revision = "{head}"

def upgrade():
    op.create_table("lamps", Column("id", Integer, primary_key=True))
    op.add_column("votes", Column("weight", Integer))
    {then}
"""


@pytest.fixture
def later(tmp_path: Path):
    """Give the migrations of a later version, with one that does something more at its end."""

    def make(then: str = "") -> Path:
        folder = tmp_path / "later"
        shutil.copytree(MIGRATIONS, folder)
        head = ScriptDirectory(folder).get_current_head()
        script = NEXT.format(head=head, then=then)
        (folder / "versions" / "next.py").write_text(script)
        return folder

    return make


async def in_database(url: str, function, *arguments):
    """Call *function* with a connection, in one transaction."""
    engine = connect_to(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(function, *arguments)
    finally:
        await engine.dispose()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return compare_metadata(context, metadata)


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _columns_of_votes(connection: Connection) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns("votes")}


async def test_the_migrations_make_exactly_the_tables_that_the_code_has(url: str):
    async with open_store(url):
        pass

    assert await in_database(url, _differences) == []


async def test_a_database_of_this_version_is_left_as_it_is(url: str):
    for _ in range(2):
        async with open_store(url) as store:
            await store.votes.cast(vote())

    async with open_store(url) as store:
        assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_later_version_keeps_what_was_stored(url: str, later):
    async with open_store(url) as store:
        await store.votes.cast(vote())

        await in_database(url, upgrade, later())

        assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)
    assert await in_database(url, revision) == "next"
    assert "weight" in await in_database(url, _columns_of_votes)


async def test_a_migration_that_fails_leaves_everything_as_it_was(url: str, later):
    """Here it fails after it has made a table and a column."""
    async with open_store(url):
        pass
    before = await in_database(url, revision)

    with pytest.raises(RuntimeError, match="the lights went out"):
        await in_database(url, upgrade, later('raise RuntimeError("the lights went out")'))

    assert await in_database(url, revision) == before
    assert "lamps" not in await in_database(url, _tables)
    assert "weight" not in await in_database(url, _columns_of_votes)


async def test_a_database_of_a_later_version_is_refused_and_left_alone(url: str, later):
    await in_database(url, upgrade, later())

    said = r"(footnote\.sqlite3|DATABASE_URL) is at revision next, .* start the version"
    with pytest.raises(StoreError, match=said):
        async with open_store(url):
            pass

    assert await in_database(url, revision) == "next"


async def test_who_only_reads_leaves_a_database_of_an_earlier_version_as_it_is(url: str):
    """The bot that runs on it is of that version, and goes on."""
    await in_database(url, _at_revision_2)

    with pytest.raises(StoreError, match="revision 2, which this version of Footnote cannot read"):
        async with open_store(url, upgrade=False):
            pass

    assert await in_database(url, revision) == "2"
    async with open_store(url) as store, open_store(url, upgrade=False) as reader:
        await store.votes.cast(vote())
        assert await reader.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_server_from_before_sources_could_be_chosen_uses_all(url: str):
    """What its moderators had set stays."""
    await in_database(url, _at_revision_1)

    async with open_store(url) as store:
        assert await store.settings.of(5) == ServerSettings(private=True, lang="ko")


def _at_revision_1(connection: Connection) -> None:
    """Make the tables of the first version, with a server in them."""
    _upgrade(connection, "1")
    insert = "INSERT INTO settings VALUES (5, '[]', :yes, 5, 0, 5, 'ko', 0, 0, '[]')"
    connection.execute(text(insert), {"yes": True})


async def test_numbers_from_before_cards_were_known_are_not_given_out_again(url: str):
    """A curator's button on an old card means what was closed long ago, and nothing new."""
    await in_database(url, _at_revision_2)

    async with open_store(url) as store:
        assert (await store.questions.add(question())).id == 2


def _at_revision_2(connection: Connection) -> None:
    """Make the tables of the second version, in which a question was closed."""
    _upgrade(connection, "2")
    columns = "user_id, guild_id, text, lang, nearest, base_version, at"
    values = "1, 2, 'why?', 'en', '', 'v', '2026-07-01 12:00:00'"
    connection.execute(text(f"INSERT INTO questions ({columns}) VALUES ({values})"))  # noqa: S608
    connection.execute(text("DELETE FROM questions"))


def _upgrade(connection: Connection, to: str) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    command.upgrade(config, to)


def test_the_newest_revision_is_where_the_migrations_lead():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_a_start_without_migrations_loads_no_alembic(tmp_path: Path):
    start = dedent("""
        import asyncio, sys
        from bot.store import open_store

        async def main(url):
            async with open_store(url):
                print("alembic" in sys.modules)

        asyncio.run(main(sys.argv[1]))
    """)
    command_line = [sys.executable, "-c", start, f"sqlite:///{tmp_path / 'store.db'}"]
    told = [subprocess.run(command_line, capture_output=True, check=True).stdout for _ in range(2)]

    assert [each.decode().strip() for each in told] == ["True", "False"]


async def test_who_starts_while_another_changes_the_tables_waits_for_it(
    postgresql_url, monkeypatch
):
    """That takes longer than any other statement may."""
    monkeypatch.setattr("bot.store.engine.COMMAND_TIMEOUT_S", 0.5)
    changed = asyncio.Event()
    other = connect_to(postgresql_url, to_migrate=True)

    async def change_the_tables(connection: AsyncConnection) -> None:
        asyncio.get_running_loop().call_later(1, changed.set)
        await changed.wait()
        await connection.rollback()

    async with other.connect() as connection, asyncio.TaskGroup() as tasks:
        await connection.run_sync(take_turns)
        tasks.create_task(change_the_tables(connection))
        async with open_store(postgresql_url) as store:
            assert changed.is_set()
            await store.votes.cast(vote())
    await other.dispose()
