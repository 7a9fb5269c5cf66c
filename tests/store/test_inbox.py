"""Reports and sent questions: filed under a number, open until a curator closes them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from records import ALICE, BOB, NOW, question, report
from sqlalchemy.exc import StatementError

from bot.store import Filed, Store


async def test_what_is_sent_is_open_as_it_was_sent(store: Store):
    number = await store.questions.add(question(ALICE, "등대는 왜 있나요?"))

    assert await store.questions.open(10) == (Filed(number, question(ALICE, "등대는 왜 있나요?")),)


async def test_the_oldest_come_first(store: Store):
    numbers = [await store.reports.add(report(person)) for person in (ALICE, BOB, 102)]

    assert [filed.id for filed in await store.reports.open(2)] == numbers[:2]


async def test_of_two_curators_who_close_the_same_one_does(store: Store):
    number = await store.questions.add(question())

    assert await store.questions.close(number)
    assert not await store.questions.close(number)
    assert await store.questions.open(10) == ()


@pytest.mark.parametrize(("kind", "letter"), [("questions", question()), ("reports", report())])
async def test_a_number_is_never_given_out_again(store: Store, kind: str, letter):
    """Whoever closes number 1 means the one that they saw."""
    inbox = getattr(store, kind)
    first = await inbox.add(letter)
    await inbox.close(first)

    assert await inbox.add(letter) > first


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
