"""What is too old goes when the bot starts, from its store and from the curators' channel."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cards import buttons, replies, text
from simcord import Env

from bot.store import Store

OFFER = "Send this question to the curators?"
WORDS = "recommend gluten-free bakeries"
NOT_OPEN = "This is no longer open: it was dealt with, taken back or too old."


async def test_a_question_that_nobody_dealt_with_in_time_is_shown_no_longer(
    simcord_env: Env, make_bot, store: Store, tmp_path: Path, alice, channel, desk
):
    card = await alice.slash(channel, "ask", question=WORDS)
    form = await alice.click(card.response, label=OFFER)
    await alice.submit_modal(form, {"words": WORDS})
    assert WORDS in text(replies(desk)[-1])
    with closing(sqlite3.connect(tmp_path / "footnote.sqlite3")) as database, database:
        database.execute("UPDATE questions SET at = '2020-01-01 00:00:00'")

    await simcord_env.restart_bot(make_bot())

    assert await store.questions.open(1) == ()
    (left,) = replies(desk)
    assert text(left) == NOT_OPEN
    assert buttons(left) == []


async def test_what_is_not_too_old_stays(
    simcord_env: Env, make_bot, store: Store, alice, channel, desk
):
    card = await alice.slash(channel, "ask", question=WORDS)
    form = await alice.click(card.response, label=OFFER)
    await alice.submit_modal(form, {"words": WORDS})

    await simcord_env.restart_bot(make_bot())

    assert len(await store.questions.open(1)) == 1
    assert WORDS in text(replies(desk)[-1])
