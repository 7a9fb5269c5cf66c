"""An answer keeps up with its question: edited as it is, deleted as it is."""

from __future__ import annotations

import sqlite3

import discord
import pytest
from cards import replies, text
from simcord import Env

from bot.core.noise import MOST_CORRECTIONS
from bot.store import NoCard, Store

AUTHOR = "### Who wrote the article?"
KEEPERS = "### Does anybody live in the lighthouses?"


@pytest.fixture
async def question(alice, channel, me) -> discord.Message:
    message = await alice.send(channel, f"{me} who wrote the article?")
    (answer,) = replies(channel)
    assert AUTHOR in text(answer)
    return message


async def test_editing_a_question_updates_its_answer_in_place(alice, channel, me, question):
    (before,) = replies(channel)

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")

    (after,) = replies(channel)
    assert after.id == before.id
    assert KEEPERS in text(after)
    assert AUTHOR not in text(after)


async def test_an_afterthought_of_a_question_makes_it_one(alice, channel, me):
    message = await alice.send(channel, me)

    await alice.edit(message, f"{me} who wrote the article?")

    (answer,) = replies(channel)
    assert AUTHOR in text(answer)


@pytest.mark.parametrize(("after_s", "shown"), [(299, KEEPERS), (301, AUTHOR)])
async def test_five_minutes_are_given(
    simcord_env: Env, alice, channel, me, question, after_s, shown
):
    await simcord_env.advance_time(after_s)

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")

    (answer,) = replies(channel)
    assert shown in text(answer)


async def test_an_answer_follows_a_few_edits_and_no_flood_of_them(
    simcord_env: Env, alice, channel, me, question
):
    """Whoever edits on and on would have the bot write on and on."""
    for number in range(MOST_CORRECTIONS):
        await alice.edit(question, f"{me} who wrote the article? {number}")
    before = len(simcord_env.http_requests)

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")

    (answer,) = replies(channel)
    assert AUTHOR in text(answer)
    assert len(simcord_env.http_requests) == before


@pytest.mark.parametrize("setting", ["shadow_in", "answer_in"])
async def test_where_mentions_are_no_longer_answered_an_answer_stays_as_it_is(
    store: Store, alice, guild, channel, me, question, setting
):
    """Moderators have put the channel on trial since, or have chosen another one for mentions."""
    where = channel if setting == "shadow_in" else guild.create_text_channel("other")
    await store.settings.change(guild.id, setting, (where.id,))

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")

    (answer,) = replies(channel)
    assert AUTHOR in text(answer)


async def test_an_edit_that_takes_the_mention_away_changes_nothing(alice, channel, question):
    """Discord does not show the bot what it says now."""
    await alice.edit(question, "does anybody live in the lighthouses?")

    (answer,) = replies(channel)
    assert AUTHOR in text(answer)


async def test_a_mention_added_by_an_edit_is_no_new_question(alice, channel, me):
    message = await alice.send(channel, "who wrote the article?")

    await alice.edit(message, f"{me} who wrote the article?")

    assert replies(channel) == []


async def test_a_preview_of_a_link_is_no_edit(simcord_env: Env, alice, channel, me, question):
    """Discord reports it as an edit of the message, with the same words."""
    before = len(simcord_env.http_requests)

    await alice.edit(question, question.content)

    assert len(simcord_env.http_requests) == before


async def test_deleting_a_question_deletes_its_answer(store: Store, alice, channel, question):
    (answer,) = replies(channel)

    await alice.delete(question)

    assert replies(channel) == []
    assert await store.cards.of_message(answer.id) == NoCard()


async def test_an_answer_that_was_picked_goes_with_its_question_too(guild, alice, me):
    """Also where the bot may not read the history, so that its card refers to no message."""
    deny = discord.PermissionOverwrite(read_message_history=False)
    channel = guild.create_text_channel("no-history", overwrites={guild.me: deny})
    question = await alice.send(channel, f"{me} how many foghorns will there be?")
    (suggestion,) = replies(channel)
    assert suggestion.reference is None
    await alice.click(suggestion, label="Will there be a foghorn?")

    await alice.delete(question)

    assert replies(channel) == []


async def test_deleting_another_message_deletes_nothing(alice, channel, question):
    other = await alice.send(channel, "never mind")

    await alice.delete(other)

    assert len(replies(channel)) == 1


async def test_many_questions_deleted_at_once_lose_their_answers(
    simcord_env: Env, alice, bob, channel, me, question
):
    """One of the answers is among them, so it is gone already."""
    second = await bob.send(channel, f"{me} does anybody live in the lighthouses?")
    first_answer, _ = replies(channel)

    ids = [question.id, second.id, first_answer.id]
    simcord_env.backend.bulk_delete_messages(channel.id, ids)
    await simcord_env.settle()

    assert replies(channel) == []


async def test_an_answer_that_is_gone_already_is_not_missed(alice, channel, question, caplog):
    (answer,) = replies(channel)
    await answer.delete()

    await alice.delete(question)

    assert caplog.records == []


async def test_both_work_after_a_restart(simcord_env: Env, make_bot, alice, channel, me, question):
    await simcord_env.restart_bot(make_bot())

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")
    (answer,) = replies(channel)
    assert KEEPERS in text(answer)

    await alice.delete(question)
    assert replies(channel) == []


async def test_both_work_in_a_direct_message(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    question = await carol.send_dm("who wrote the article?")

    simcord_env.backend.edit_message(
        carol.dm_channel.id, question.id, {"content": "does anybody live in the lighthouses?"}
    )
    await simcord_env.settle()
    (answer,) = replies(carol.dm_channel)
    assert KEEPERS in text(answer)

    simcord_env.backend.delete_message(carol.dm_channel.id, question.id)
    await simcord_env.settle()
    assert replies(carol.dm_channel) == []


async def test_a_question_deleted_at_once_leaves_no_answer(simcord_env: Env, alice, channel, me):
    """The bot is still answering when Discord tells it that the question is gone."""
    backend = simcord_env.backend
    message = backend.create_message(channel.id, alice.id, f"{me} who wrote the article?")
    backend.delete_message(channel.id, message.id)
    await simcord_env.settle()

    assert replies(channel) == []


async def test_while_the_store_is_away_answers_stay_as_they_are(
    simcord_env: Env, alice, channel, me, question, tmp_path
):
    with sqlite3.connect(tmp_path / "footnote.sqlite3") as database:
        database.execute("ALTER TABLE cards RENAME TO nowhere")
    database.close()

    await alice.edit(question, f"{me} does anybody live in the lighthouses?")
    await alice.delete(question)

    (answer,) = replies(channel)
    assert AUTHOR in text(answer)
    assert simcord_env.errors == []
