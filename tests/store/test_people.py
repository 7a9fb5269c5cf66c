"""What is stored about a person can be seen whole, and deleted whole."""

from __future__ import annotations

import json

import pytest
from records import ALICE, BOB, GUILD, card, question, report, vote
from sqlalchemy import select

from bot.store import CuratorsCard, Deleted, Store, Tally, open_store
from bot.store.engine import connect_to
from bot.store.tables import WHOSE, metadata

ABOUT_NOBODY = {"guild_id", "channel_id", "message_id", "question_message_id", "entry_id"}


@pytest.fixture
async def known(store: Store) -> Store:
    """A store in which every table holds something of Alice's and of Bob's."""
    for message_id, person in enumerate((ALICE, BOB), start=1):
        await store.votes.cast(vote(person))
        await store.reports.add(report(person))
        await store.questions.add(question(person))
        await store.remember(card(message_id, asker_id=person))
    return store


def test_every_id_in_a_table_is_a_persons_or_known_not_to_be():
    """A table that is new, and says something about a person, belongs into `WHOSE`."""
    ids = {(table, column) for table in metadata.sorted_tables for column in table.c}
    unknown = {
        (table.name, column.name)
        for table, column in ids
        if column.name.endswith("_id") and column.name not in ABOUT_NOBODY
    }

    assert unknown == {(table.name, column.name) for table, column in WHOSE.items()}


async def test_a_person_sees_all_of_theirs_and_nothing_of_others(known: Store):
    exported = await known.people.export(ALICE)

    assert {kind: len(rows) for kind, rows in exported.items()} == {
        table.name: 1 for table in WHOSE
    }
    assert exported["questions"][0]["text"] == "who paints it?"
    assert exported["cards"][0]["entry_ids"] == ["keepers", "foghorn"]
    assert str(BOB) not in json.dumps(exported)


async def test_long_ids_are_exported_as_texts(known: Store):
    """A browser would show 9223372036854775807 as 9223372036854776000."""
    assert (await known.people.export(ALICE))["votes"][0]["user_id"] == str(ALICE)


async def test_after_a_deletion_the_id_stands_nowhere(known: Store, url: str):
    deleted = await known.people.delete(ALICE)

    assert deleted == Deleted({table.name: 1 for table in WHOSE})

    assert await known.people.export(ALICE) == {table.name: [] for table in WHOSE}
    engine = connect_to(url)
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(select(table)):
                assert ALICE not in row
    await engine.dispose()


async def test_a_deletion_leaves_others_alone(known: Store):
    before = await known.people.export(BOB)

    await known.people.delete(ALICE)

    assert await known.people.export(BOB) == before
    assert await known.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_card_of_a_deleted_person_can_still_be_taken_away(known: Store):
    await known.people.delete(ALICE)

    assert await known.cards.of_message(1) == card(1, asker_id=0, question_message_id=0)
    assert await known.cards.of_questions({9}) == (card(2, asker_id=BOB),)


async def test_a_deletion_tells_where_the_curators_see_what_was_sent(known: Store):
    filed = (await known.questions.open(1))[0]
    await known.questions.shown(filed.id, channel_id=5, message_id=7)

    assert (await known.people.delete(ALICE)).shown == (CuratorsCard(GUILD, 5, 7),)


async def test_nothing_stored_about_a_person_is_nothing(url: str):
    async with open_store(url) as store:
        assert await store.people.delete(ALICE) == Deleted({table.name: 0 for table in WHOSE})
