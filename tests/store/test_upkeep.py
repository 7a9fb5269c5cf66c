"""What is too old goes every night, whether Discord is there or not."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, time, timedelta

import pytest
from records import ALICE, NOW, vote

from bot.client import Client
from bot.cogs.upkeep import Upkeep
from bot.store import Store, Tally, open_store

LONG_AGO = NOW - timedelta(days=1000)


@pytest.fixture
async def client(index, store: Store) -> AsyncIterator[Client]:
    """A client that is not logged in; cogs need no more."""
    async with Client(index, store) as made:
        yield made


async def test_what_is_too_old_goes_however_much_it_is(
    store: Store, client: Client, caplog, monkeypatch
):
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("bot.store.store.PURGE_SIZE", 2)
    for person in range(3):
        await store.votes.cast(vote(person, at=LONG_AGO))

    await Upkeep(client, lambda: NOW).purge()

    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=0)
    assert [line for line in caplog.messages if line.startswith("Purged")] == [
        f"Purged: {{'votes': {number}, 'reports': 0, 'questions': 0, 'sendings': 0, 'cards': 0}}"
        for number in (2, 1)
    ]


async def test_it_comes_again_every_night_until_the_bot_stops(client: Client):
    cog = Upkeep(client, lambda: NOW)
    await client.add_cog(cog)
    waiting = cog.nightly.get_task()

    assert cog.nightly.time == [time(hour=4, tzinfo=UTC)]
    assert not waiting.done()

    await client.close()
    await asyncio.wait([waiting])
    assert waiting.cancelled()


async def test_a_purge_that_cannot_be_done_is_left_to_the_next_night(
    postgresql_url, postgres, index, caplog
):
    async with open_store(postgresql_url) as store, Client(index, store) as client:
        await store.votes.cast(vote(at=LONG_AGO))
        cog = Upkeep(client, lambda: NOW)

        postgres.stop()
        await cog.purge()
        postgres.start()
        assert "the next night tries again" in caplog.text

        await cog.purge()
        assert (await store.people.export(ALICE))["votes"] == []
