"""What is too old goes at the start and every night, whether Discord is there or not."""

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


async def test_at_the_start_what_is_too_old_goes(store: Store, client: Client, caplog):
    caplog.set_level(logging.INFO)
    await store.votes.cast(vote(at=LONG_AGO))

    await client.add_cog(Upkeep(store, lambda: NOW))

    assert (await store.people.export(ALICE))["votes"] == []
    assert "Purged: Deleted(votes=1, reports=0, questions=0, sendings=0, cards=0)" in caplog.text


async def test_all_that_is_too_old_goes_however_much_it_is(store: Store, monkeypatch):
    monkeypatch.setattr("bot.store.store.PURGE_SIZE", 2)
    for person in range(5):
        await store.votes.cast(vote(person, at=LONG_AGO))

    await Upkeep(store, lambda: NOW).purge()

    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=0)


async def test_it_comes_again_every_night_until_the_bot_stops(sqlite_url, index):
    async with open_store(sqlite_url) as store:
        cog = Upkeep(store, lambda: NOW)
        async with Client(index, store) as client:
            await client.add_cog(cog)
            waiting = cog.nightly.get_task()

            assert cog.nightly.time == [time(hour=4, tzinfo=UTC)]
            assert not waiting.done()

        await asyncio.wait([waiting])
        assert waiting.cancelled()


async def test_a_purge_that_cannot_be_done_is_left_to_the_next_night(
    postgresql_url, postgres, caplog
):
    async with open_store(postgresql_url) as store:
        await store.votes.cast(vote(at=LONG_AGO))
        cog = Upkeep(store, lambda: NOW)

        postgres.stop()
        await cog.purge()
        postgres.start()
        assert "the next night tries again" in caplog.text

        await cog.purge()
        assert (await store.people.export(ALICE))["votes"] == []
