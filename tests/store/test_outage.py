"""While the database is away, members get answers, and nothing that was promised is lost."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest
from records import ALICE, GUILD, Clock, card, question, vote
from sqlalchemy import event
from sqlalchemy.pool import Pool

from bot.core.server import ServerSettings, UnreadSettings
from bot.errors import StoreUnavailable
from bot.store import NoCard, Store, Tally, open_store
from bot.store.cards import OUTBOX_LIMIT, Cards
from bot.store.database import Database
from bot.store.engine import connect_to
from bot.store.guild_settings import FRESH_S, GuildSettings
from bot.store.tables import WHOSE
from bot.store.votes import Votes

MINE = ServerSettings(lang="ja")


@dataclass
class Trouble:
    """A way for the database of *store* to be away, and to be back."""

    begin: Callable[[], None]
    end: Callable[[], None]


@pytest.fixture
def a_locked_file(tmp_path, monkeypatch) -> Iterator[Trouble]:
    """Another program writes, for longer than the store waits."""
    monkeypatch.setattr("bot.store.engine.LOCK_TIMEOUT_S", 0.05)
    other = sqlite3.connect(tmp_path / "footnote.sqlite3", isolation_level=None)
    yield Trouble(lambda: other.execute("BEGIN IMMEDIATE"), lambda: other.execute("ROLLBACK"))
    other.close()


@pytest.fixture
def a_full_disk() -> Iterator[Trouble]:
    """The file may not grow by another page."""
    pages = [2**31]

    def limit(connection, *_) -> None:
        connection.cursor().execute(f"PRAGMA max_page_count = {pages[0]}")

    event.listen(Pool, "checkout", limit)
    yield Trouble(lambda: pages.__setitem__(0, 1), lambda: pages.__setitem__(0, 2**31))
    event.remove(Pool, "checkout", limit)


@pytest.fixture
def a_stopped_server(postgres) -> Iterator[Trouble]:
    yield Trouble(postgres.stop, postgres.start)
    postgres.start()


@pytest.fixture(
    params=[
        ("sqlite_url", "a_locked_file"),
        ("sqlite_url", "a_full_disk"),
        ("postgresql_url", "a_stopped_server"),
    ],
    ids=lambda param: param[1],
)
async def store_and_trouble(request) -> AsyncIterator[tuple[Store, Trouble]]:
    url, trouble = map(request.getfixturevalue, request.param)
    async with open_store(url) as store:
        yield store, trouble


# Longer than the pages that a migration leaves free, so that a full disk has no room for it.
LONG = "x" * 100_000
VOTE = replace(vote(), base_version=LONG)
CARD = replace(card(1), entry_ids=(LONG,))


async def test_what_cannot_be_stored_is_refused_or_waits(store_and_trouble, caplog):
    store, trouble = store_and_trouble
    await store.settings.save(GUILD, MINE)

    trouble.begin()

    with pytest.raises(StoreUnavailable):
        await store.votes.cast(VOTE)
    with pytest.raises(StoreUnavailable):
        await store.questions.add(question(text=LONG))
    await store.remember(CARD)
    assert await store.settings.of(GUILD) == MINE

    trouble.end()

    await store.votes.cast(VOTE)
    assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)
    assert await store.questions.open(1) == ()
    assert await store.cards.of_message(1) == CARD


async def test_the_log_says_once_that_it_is_away_and_once_that_it_is_back(
    store_and_trouble, caplog
):
    """Also where it can still be read meanwhile; and never what was to be stored."""
    store, trouble = store_and_trouble

    trouble.begin()
    for _ in range(3):
        with pytest.raises(StoreUnavailable):
            await store.votes.cast(VOTE)
        with suppress(StoreUnavailable):
            await store.votes.tally("keepers")
        await store.remember(CARD)
    trouble.end()
    for _ in range(3):
        await store.remember(CARD)

    said = [record.getMessage() for record in caplog.records if record.name == "bot.store.outage"]
    assert len(said) == 2
    assert said[0].startswith("The store is away (")
    assert said[1] == "The store is back"
    assert LONG not in caplog.text


async def test_a_question_that_was_not_stored_stands_in_no_traceback(store_and_trouble):
    store, trouble = store_and_trouble
    words = LONG + " is my neighbour a spy"
    trouble.begin()

    with pytest.raises(StoreUnavailable) as caught:
        await store.questions.add(question(text=words))

    trouble.end()
    assert "spy" not in "".join(traceback.format_exception(caught.value))


async def test_a_lock_that_is_soon_released_is_waited_for(tmp_path, sqlite_url):
    async with open_store(sqlite_url) as store:
        other = sqlite3.connect(tmp_path / "footnote.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(0.1, other.execute, "ROLLBACK")

        await store.votes.cast(vote())

        other.close()
        assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_while_nothing_can_be_written_cards_are_read(sqlite_url, a_locked_file):
    """Those that wait, too. Whoever reads stores nothing, so nobody waits for the lock."""
    async with open_store(sqlite_url) as store:
        await store.remember(card(1, question_message_id=8))
        a_locked_file.begin()
        await store.remember(card(1, question_message_id=9))
        await store.remember(card(2, question_message_id=9))

        assert await store.cards.of_message(2) == card(2, question_message_id=9)
        assert await store.cards.of_message(3) == NoCard()
        assert await store.cards.of_questions({8}) == ()
        assert await store.cards.of_questions({9}) == (
            card(1, question_message_id=9),
            card(2, question_message_id=9),
        )
        a_locked_file.end()


async def test_a_server_that_was_restarted_meanwhile_is_not_noticed(
    postgresql_url, a_stopped_server, caplog
):
    async with open_store(postgresql_url) as store:
        await store.votes.cast(vote())
        a_stopped_server.begin()
        a_stopped_server.end()

        await store.votes.cast(vote())

    assert caplog.text == ""


async def test_settings_are_the_last_known_ones_while_the_server_is_gone(
    postgresql_url, a_stopped_server
):
    """After their time too; of a server that was never asked for, nobody can tell."""
    async with open_store(postgresql_url) as store:
        await store.settings.save(GUILD, MINE)
    engine, clock = connect_to(postgresql_url), Clock()
    settings = GuildSettings(Database(engine), clock)
    await settings.of(GUILD)

    a_stopped_server.begin()
    clock.now_s += FRESH_S

    assert await settings.of(GUILD) == MINE
    assert await settings.of(GUILD + 1) == UnreadSettings()

    a_stopped_server.end()
    clock.now_s += FRESH_S

    assert await settings.of(GUILD) == MINE
    await engine.dispose()


async def test_what_one_server_could_not_be_asked_says_nothing_about_another(
    postgresql_url, a_stopped_server
):
    """The database is back at once; whose settings were not asked for meanwhile has its own."""
    async with open_store(postgresql_url) as store:
        await store.settings.save(GUILD, MINE)
    engine = connect_to(postgresql_url)
    settings = GuildSettings(Database(engine), Clock())

    a_stopped_server.begin()
    assert await settings.of(GUILD + 1) == UnreadSettings()
    a_stopped_server.end()

    assert await settings.of(GUILD) == MINE
    await engine.dispose()


@pytest.fixture
def a_silent_server(monkeypatch) -> Iterator[str]:
    """A host that takes connections and says nothing, as behind some firewalls."""
    monkeypatch.setattr("bot.store.guild_settings.PATIENCE_S", 0.05)
    monkeypatch.setattr("bot.store.cards.PATIENCE_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield f"postgresql://bot@127.0.0.1:{silent.getsockname()[1]}/footnote"


async def test_what_is_to_be_stored_does_not_wait_long_for_a_server_that_says_nothing(
    a_silent_server, monkeypatch
):
    monkeypatch.setattr("bot.store.engine.CONNECT_TIMEOUT_S", 0.05)
    engine = connect_to(a_silent_server)

    with pytest.raises(StoreUnavailable):
        await Votes(Database(engine)).cast(vote())

    await engine.dispose()


async def test_no_answer_waits_as_long_as_a_connection_may_take(a_silent_server, monkeypatch):
    """Neither for the settings, nor for the card that a message replies to."""
    monkeypatch.setattr("bot.store.engine.CONNECT_TIMEOUT_S", 60.0)
    engine = connect_to(a_silent_server)

    async with asyncio.timeout(30):
        assert await GuildSettings(Database(engine)).of(GUILD) == UnreadSettings()
        with pytest.raises(StoreUnavailable):
            await Cards(Database(engine)).of_message(1)

    await engine.dispose()


async def test_of_the_cards_that_wait_the_latest_are_kept(postgresql_url, a_stopped_server):
    async with open_store(postgresql_url) as store:
        a_stopped_server.begin()
        for message_id in range(OUTBOX_LIMIT + 2):
            await store.remember(card(message_id))
        a_stopped_server.end()

        assert await store.cards.of_message(1) == NoCard()
        assert await store.cards.of_message(2) == card(2)
        assert await store.cards.of_message(OUTBOX_LIMIT + 1) == card(OUTBOX_LIMIT + 1)


async def test_cards_that_are_lost_at_the_end_are_counted_in_the_log(
    postgresql_url, a_stopped_server, caplog
):
    async with open_store(postgresql_url) as store:
        a_stopped_server.begin()
        await store.remember(card(1))
        await store.remember(card(2))

    assert "2 cards were not stored" in caplog.text


async def test_a_deletion_takes_the_cards_along_that_wait(postgresql_url, a_stopped_server):
    async with open_store(postgresql_url) as store:
        a_stopped_server.begin()
        await store.remember(card(1, asker_id=ALICE))
        with pytest.raises(StoreUnavailable):
            await store.people.delete(ALICE)
        a_stopped_server.end()

        await store.people.delete(ALICE)

        assert await store.people.export(ALICE) == {table.name: [] for table in WHOSE}
