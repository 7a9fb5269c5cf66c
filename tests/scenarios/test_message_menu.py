"""Members let the bot answer somebody else's message: privately first, then for all or not."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from cards import buttons, replies, text
from simcord import Env
from simcord.backend.models import Overwrite

from bot.client import Client
from bot.store import CardMessage, NoCard

MENU = "Answer from the article"
QUESTION = "does anyone know when the second lighthouse was lit?"
UNSURE = "how many foghorns will there be?"


@pytest.fixture
async def question(bob, channel):
    """What Bob wrote to everybody, not to the bot."""
    return await bob.send(channel, QUESTION)


async def test_the_answer_is_shown_to_whoever_asked_for_it_alone(alice, channel, question):
    card = await alice.context_menu(channel, MENU, question)

    assert card.ephemeral
    assert "1 March 2026" in text(card)
    assert buttons(card) == ["Post as reply", "Discard"]
    assert replies(channel) == []


async def test_it_is_posted_as_a_reply_that_pings_nobody_and_names_who_posted_it(
    simcord_env: Env, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)

    await alice.click(card.response, label="Post as reply")

    (answer,) = replies(channel)
    assert "1 March 2026" in text(answer)
    assert f"Posted by {alice.mention}" in text(answer)
    assert answer.reference.message_id == question.id
    assert _posts(simcord_env)[0]["allowed_mentions"] == {"parse": []}
    assert text(card) == f"[Posted as a reply]({answer.jump_url})"


async def test_the_posted_card_can_be_asked_why(alice, bob, channel, question):
    card = await alice.context_menu(channel, MENU, question)
    await alice.click(card.response, label="Post as reply")
    (answer,) = replies(channel)

    why = await bob.click(answer, label="Why?")

    assert why.ephemeral
    assert "The nearest wording that I know" in text(why)


async def test_discarding_leaves_nothing_behind(alice, channel, question):
    card = await alice.context_menu(channel, MENU, question)

    await alice.click(card.response, label="Discard")

    assert card.response is None
    assert replies(channel) == []


async def test_two_presses_are_one_answer(simcord_env: Env, at_once, alice, channel, question):
    """The nonce keeps two processes apart: under one, Discord posts nothing twice."""
    card = await alice.context_menu(channel, MENU, question)

    async with at_once():
        for _ in range(2):
            await alice.click(card.response, label="Post as reply")

    (sent,) = _posts(simcord_env)
    assert (sent["nonce"], sent["enforce_nonce"]) == (str(card.response.id), True)
    assert text(card).startswith("[Posted as a reply]")


async def test_what_is_discarded_at_once_is_not_posted(
    simcord_env: Env, at_once, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)

    async with at_once():
        await alice.click(card.response, label="Discard")
        await alice.click(card.response, label="Post as reply")

    assert _posts(simcord_env) == []
    assert simcord_env.errors == []


async def test_a_preview_from_before_a_restart_is_posted(
    simcord_env: Env, make_bot, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)
    await simcord_env.restart_bot(make_bot())

    await alice.click(card.response, label="Post as reply")

    assert "1 March 2026" in text(replies(channel)[0])


async def test_two_questions_in_one_message_are_posted_as_one_card(alice, bob, channel):
    both = "When was the second lighthouse lit? Who wrote the article?"
    card = await alice.context_menu(channel, MENU, await bob.send(channel, both))

    await alice.click(card.response, label="Post as reply")

    (answer,) = replies(channel)
    assert "1 March 2026" in text(answer)
    assert "Mara Quill" in text(answer)


async def test_a_suggestion_is_picked_first_and_then_posted(alice, bob, channel):
    card = await alice.context_menu(channel, MENU, await bob.send(channel, UNSURE))
    assert buttons(card)[-1] == "Discard"
    assert "Post as reply" not in buttons(card)

    await alice.click(card.response, label="Will there be a foghorn?")
    await alice.click(card.response, label="Post as reply")

    (answer,) = replies(channel)
    assert "The author expects one within two years" in text(answer)


async def test_what_the_article_does_not_say_can_be_posted_too(alice, bob, channel):
    message = await bob.send(channel, "how much did the second lighthouse cost")
    card = await alice.context_menu(channel, MENU, message)

    await alice.click(card.response, label="Post as reply")

    assert text(replies(channel)[0]).startswith("-# The article does not say")


@pytest.mark.parametrize("content", ["recommend gluten-free bakeries", "hello there"])
async def test_no_answer_is_nothing_to_post(alice, bob, channel, content):
    card = await alice.context_menu(channel, MENU, await bob.send(channel, content))

    assert card.ephemeral
    assert "Post as reply" not in buttons(card)


async def test_a_message_without_words_is_said_to_have_none(alice, bob, channel):
    card = await alice.context_menu(channel, MENU, await bob.send(channel, "🎉"))

    assert card.ephemeral
    assert text(card) == "There are no words in that message that I could answer."


async def test_a_forwarded_question_is_read(alice, bob, guild, channel, question):
    elsewhere = guild.create_text_channel("elsewhere")
    forwarded = await bob.forward(question, elsewhere)

    card = await alice.context_menu(elsewhere, MENU, forwarded)

    assert "1 March 2026" in text(card)


async def test_a_quote_is_not_part_of_what_was_asked(alice, bob, channel):
    message = await bob.send(channel, f"> who wrote the article?\n{QUESTION}")

    card = await alice.context_menu(channel, MENU, message)

    assert "1 March 2026" in text(card)
    assert "Mara Quill" not in text(card)


async def test_who_may_not_write_in_a_channel_cannot_get_the_bot_to(alice, bob, guild):
    deny = discord.PermissionOverwrite(send_messages=False)
    channel = guild.create_text_channel("news", overwrites={alice: deny})
    card = await alice.context_menu(channel, MENU, await bob.send(channel, QUESTION))

    assert "1 March 2026" in text(card)
    assert text(card).endswith("-# You may not write in this channel, so only you can see this.")
    assert buttons(card) == ["Discard"]


async def test_leave_to_write_is_looked_at_again_when_it_is_posted(
    simcord_env: Env, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)
    deny = discord.Permissions(send_messages=True).value
    simcord_env.backend.set_overwrite(channel.id, Overwrite(alice.id, type=1, deny=deny))

    await alice.click(card.response, label="Post as reply")

    assert replies(channel) == []
    assert text(card).endswith("-# You may not write in this channel, so only you can see this.")


async def test_where_the_bot_may_not_write_it_says_so_and_does_not_try(
    simcord_env: Env, alice, bob, guild
):
    deny = discord.PermissionOverwrite(send_messages=False)
    channel = guild.create_text_channel("quiet", overwrites={guild.me: deny})
    card = await alice.context_menu(channel, MENU, await bob.send(channel, QUESTION))

    assert text(card).endswith("-# I may not write in this channel, so only you can see this.")
    assert buttons(card) == ["Discard"]
    assert _posts(simcord_env) == []


@pytest.mark.parametrize("locked", [True, False])
async def test_a_locked_thread_stays_closed(simcord_env: Env, alice, bob, channel, locked):
    simcord_env.backend.create_thread(channel.id, "lamps", bob.id)
    (thread,) = channel.threads
    message = await bob.send(thread, QUESTION)
    simcord_env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": locked})

    card = await alice.context_menu(thread, MENU, message)

    assert ("Post as reply" in buttons(card)) is not locked


async def test_a_refusal_by_discord_is_told_and_not_tried_again(
    simcord_env: Env, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)
    simcord_env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)

    await alice.click(card.response, label="Post as reply")

    assert text(card).endswith("-# I may not write in this channel, so only you can see this.")
    assert len(_posts(simcord_env)) == 1


async def test_a_reply_to_a_message_that_is_gone_says_so(
    simcord_env: Env, alice, channel, question
):
    card = await alice.context_menu(channel, MENU, question)
    simcord_env.inject_error(
        *("POST", "/channels/*/messages"),
        status=400,
        code=50035,
        message="Invalid Form Body\nIn message_reference: Unknown message",
    )

    await alice.click(card.response, label="Post as reply")

    assert "That message has been deleted" in text(card)


async def test_an_entry_that_is_gone_is_not_posted(
    simcord_env: Env, store, thinned, alice, bob, channel
):
    message = await bob.send(channel, "will there be a foghorn?")
    card = await alice.context_menu(channel, MENU, message)
    await simcord_env.restart_bot(Client(thinned, store))

    told = await alice.click(card.response, label="Post as reply")

    assert told.ephemeral
    assert "taken out of my sources" in text(told)
    assert replies(channel) == []


async def test_the_card_is_remembered_as_that_of_who_posted_it(alice, channel, question, store):
    """Bob asked the bot for nothing, so nothing is stored about him."""
    card = await alice.context_menu(channel, MENU, question)
    await alice.click(card.response, label="Post as reply")
    (answer,) = replies(channel)

    match await store.cards.of_message(answer.id):
        case CardMessage() as remembered:
            assert remembered.asker_id == alice.id
            assert remembered.question_message_id == 0
            assert remembered.entry_ids == ("second-lighthouse",)
        case NoCard():
            pytest.fail("the card was not remembered")


def _posts(env: Env) -> list[dict[str, Any]]:
    """Return the messages that the bot asked Discord to post in channels."""
    requests = (entry for entry in env.http_requests if entry.method == "POST")
    return [entry.json for entry in requests if entry.path.endswith("/messages")]
