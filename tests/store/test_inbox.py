"""Reports and sent questions: filed under a number, open until a curator closes them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from records import ALICE, BOB, GUILD, NOW, question, report
from sqlalchemy.exc import StatementError

from bot.core.desk import MOST_A_DAY
from bot.store import Filed, NotOpen, Store, TooMany, open_store


async def test_what_is_sent_is_open_as_it_was_sent(store: Store):
    filed = await store.questions.add(question(ALICE, "등대는 왜 있나요?"))

    assert filed == Filed(filed.id, question(ALICE, "등대는 왜 있나요?"))
    assert await store.questions.open(10) == (filed,)
    assert await store.questions.get(GUILD, filed.id) == filed


async def test_the_oldest_come_first(store: Store):
    filed = [await store.reports.add(report(person)) for person in (ALICE, BOB, 102)]

    assert await store.reports.open(2) == tuple(filed[:2])


async def test_a_server_sees_what_its_own_members_sent(store: Store):
    mine = await store.questions.add(question())
    other = await store.questions.add(replace(question(), guild_id=GUILD + 1))

    assert await store.questions.open_in(GUILD, 10) == (mine,)
    assert await store.questions.get(GUILD, other.id) == NotOpen()


async def test_of_two_curators_who_close_the_same_one_does(store: Store):
    filed = await store.questions.add(question())

    closed = await asyncio.gather(*(store.questions.close(filed.id) for _ in range(2)))

    assert sorted(closed, key=str) == [filed, NotOpen()]
    assert await store.questions.open(10) == ()


async def test_where_its_card_stands_is_known_until_it_is_closed(store: Store):
    filed = await store.reports.add(report())

    await store.reports.shown(filed.id, channel_id=5, message_id=7)

    assert await store.reports.close(filed.id) == replace(filed, channel_id=5, message_id=7)


async def test_a_report_on_the_same_entry_takes_the_place_of_the_former(store: Store):
    """Its number and its card stay; another person's report, or on another entry, is one more."""
    first = await store.reports.add(report(text="typo"))
    await store.reports.shown(first.id, channel_id=5, message_id=7)
    await store.reports.add(report(BOB))
    await store.reports.add(report(entry_id="foghorn"))

    again = await store.reports.add(report(text="and it is false"))

    assert again == Filed(first.id, report(text="and it is false"), channel_id=5, message_id=7)
    assert len(await store.reports.open(10)) == 3


async def test_a_question_is_filed_as_often_as_it_is_sent(store: Store):
    assert await store.questions.add(question()) != await store.questions.add(question())


async def test_reports_and_questions_together_are_limited_by_day(store: Store):
    sent = [await store.questions.add(question()) for _ in range(MOST_A_DAY - 1)]
    sent.append(await store.reports.add(report()))

    assert TooMany() not in sent
    assert await store.questions.add(question()) == TooMany()
    assert await store.reports.add(report(entry_id="foghorn")) == TooMany()
    assert isinstance(await store.questions.add(question(BOB)), Filed)
    assert isinstance(await store.questions.add(question(at=NOW + timedelta(days=1))), Filed)


async def test_a_report_can_be_put_right_though_no_more_can_be_sent(store: Store):
    await store.reports.add(report(text="typo"))
    while await store.questions.add(question()) != TooMany():
        pass

    assert (await store.reports.add(report(text="no typo"))).letter.text == "no typo"


async def test_what_was_closed_counts_all_the_same(store: Store):
    for _ in range(MOST_A_DAY):
        await store.questions.close((await store.questions.add(question())).id)

    assert await store.questions.add(question()) == TooMany()


async def test_two_processes_keep_to_the_limit_together(store: Store, url: str):
    async with open_store(url) as other:
        sent = await asyncio.gather(
            *(each.questions.add(question()) for each in (store, other) * MOST_A_DAY)
        )

    assert len([each for each in sent if each != TooMany()]) == MOST_A_DAY
    assert len(await store.questions.open(99)) == MOST_A_DAY


@pytest.mark.parametrize(("kind", "letter"), [("questions", question()), ("reports", report())])
async def test_a_number_is_never_given_out_again(store: Store, kind: str, letter):
    """Whoever closes number 1 means the one that they saw."""
    inbox = getattr(store, kind)
    first = await inbox.add(letter)
    await inbox.close(first.id)

    assert (await inbox.add(letter)).id > first.id


async def test_what_no_database_takes_is_left_out_of_a_text(store: Store):
    await store.reports.add(report(text="wrong\0 year \ud83d!"))

    (filed,) = await store.reports.open(1)
    assert filed.letter.text == "wrong year !"


async def test_a_time_of_any_zone_comes_back_in_utc(store: Store):
    in_seoul = NOW.astimezone(timezone(timedelta(hours=9)))

    await store.reports.add(report(at=in_seoul))

    (filed,) = await store.reports.open(1)
    assert filed.letter.at == NOW
    assert filed.letter.at.utcoffset() == timedelta(0)


async def test_a_time_without_a_zone_is_refused(store: Store):
    with pytest.raises(StatementError, match="without a zone"):
        await store.reports.add(report(at=datetime(2026, 7, 1)))
