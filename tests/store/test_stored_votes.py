"""Votes: one a person and entry."""

from __future__ import annotations

import asyncio

from records import ALICE, BOB, vote

from bot.store import Store, Tally


async def test_an_entry_without_votes_has_none(store: Store):
    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=0)


async def test_each_person_counts_once_and_their_last_vote_holds(store: Store):
    await store.votes.cast(vote(ALICE, helpful=True))
    await store.votes.cast(vote(ALICE, helpful=True))
    await store.votes.cast(vote(BOB, helpful=True))
    await store.votes.cast(vote(BOB, helpful=False))

    assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=1)


async def test_each_entry_is_counted_for_itself(store: Store):
    await store.votes.cast(vote(ALICE, "keepers"))
    await store.votes.cast(vote(ALICE, "foghorn", helpful=False))

    assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_crowd_that_votes_at_once_is_counted_whole(store: Store):
    await asyncio.gather(*(store.votes.cast(vote(person)) for person in range(1, 201)))

    assert await store.votes.tally("keepers") == Tally(helpful=200, unhelpful=0)
