"""An answer can be taken away by who asked for it and by who may manage messages."""

from __future__ import annotations

import re

import discord
import pytest
from cards import buttons, replies, text
from simcord import Env

from bot.store import NoCard, Store

DISMISS = "Dismiss the answer"


@pytest.fixture
async def card(alice, channel, me):
    await alice.send(channel, f"{me} does anybody live in the lighthouses?")
    (message,) = replies(channel)
    return message


@pytest.fixture
def moderator(simcord_env: Env, guild):
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return guild.add_member(simcord_env.create_user("sam"), roles=[role])


async def dismiss(member, message):
    more = await member.click(message, label="More")
    await member.click(more.response, label=DISMISS)
    return more


def assert_gone(more):
    """The answer was taken away, and what is left leads on, by commands that can be pressed."""
    said, where_to = text(more).splitlines()
    assert said == "The answer is gone."
    assert re.fullmatch(r"Ask anything else with </ask:\d+>, or .* </topics:\d+>\.", where_to)
    assert buttons(more) == ["Browse the questions"]


async def test_the_asker_takes_the_answer_away(alice, channel, card):
    more = await dismiss(alice, card)

    assert replies(channel) == []
    assert_gone(more)


async def test_a_moderator_takes_the_answer_away(moderator, channel, card):
    await dismiss(moderator, card)

    assert replies(channel) == []


async def test_nobody_else_is_offered_to(bob, card):
    more = await bob.click(card, label="More")

    assert DISMISS not in buttons(more)


async def test_a_permission_that_was_lost_meanwhile_is_lost(
    simcord_env: Env, guild, moderator, channel, card
):
    """The button was offered while they were a moderator; what counts is the press."""
    more = await moderator.click(card, label="More")
    (role,) = [each for each in guild.roles.values() if each.name == "Moderators"]
    simcord_env.backend.remove_member_role(guild.id, moderator.id, role.id)

    answer = await moderator.click(more.response, label=DISMISS)

    assert answer.ephemeral
    assert text(answer).startswith("Only who asked, and who may manage messages")
    assert len(replies(channel)) == 1


async def test_the_asker_takes_a_suggestion_or_a_decline_away(
    simcord_env: Env, alice, channel, me
):
    for question in ("how many foghorns will there be?", "recommend gluten-free bakeries"):
        await alice.send(channel, f"{me} {question}")
        await alice.click(replies(channel)[-1], label="Dismiss")
        await simcord_env.advance_time(6)

    assert replies(channel) == []


async def test_a_card_to_which_nothing_is_related_is_taken_away_by_one_press(
    alice, bob, channel, store: Store
):
    card = await alice.slash(channel, "ask", question="who wrote the article?")
    assert buttons(card) == ["Helpful", "Not right", "Why?", "Dismiss"]

    (message,) = replies(channel)

    refused = await bob.click(message, label="Dismiss")
    assert text(refused).startswith("Only who asked")
    assert len(replies(channel)) == 1

    await alice.click(message, label="Dismiss")
    assert replies(channel) == []
    assert await store.cards.of_message(message.id) == NoCard()


async def test_a_private_card_to_which_nothing_is_related_can_be_taken_away_too(alice, channel):
    card = await alice.slash(channel, "ask", question="who wrote the article?", private=True)

    await alice.click(card.response, label="Dismiss")

    assert card.response is None


async def test_dismissing_works_after_a_restart(simcord_env: Env, make_bot, alice, channel, card):
    more = await alice.click(card, label="More")
    await simcord_env.restart_bot(make_bot())

    await alice.click(more.response, label=DISMISS)

    assert replies(channel) == []


async def test_an_answer_that_is_already_gone_counts_as_taken_away(alice, channel, card):
    first, second = [await alice.click(card, label="More") for _ in range(2)]
    for more in (first, second):
        await alice.click(more.response, label=DISMISS)

    assert_gone(second)


async def test_what_was_kept_of_the_card_goes_with_it(alice, card, store: Store):
    assert (await store.cards.of_message(card.id)).entry_ids == ("keepers",)

    await dismiss(alice, card)

    assert await store.cards.of_message(card.id) == NoCard()


async def test_a_private_answer_is_left_to_discord_itself(alice, channel, store: Store):
    card = await alice.slash(channel, "ask", question="keepers", private=True)

    more = await alice.click(card.response, label="More")

    assert DISMISS not in buttons(more)
    assert "Discord itself lets you dismiss it" in text(more)
    assert await store.cards.of_message(card.response.id) == NoCard()


async def test_in_a_channel_that_the_bot_may_not_see_it_says_so_and_tries_nothing(
    simcord_env: Env, guild, alice
):
    """A command's answer needs no permission; deleting it later does."""
    deny = discord.PermissionOverwrite(view_channel=False)
    hidden = guild.create_text_channel("hidden", overwrites={guild.me: deny})
    card = await alice.slash(hidden, "ask", question="keepers")

    more = await dismiss(alice, card.response)

    assert "I cannot take this answer away" in text(more)
    assert not [each for each in simcord_env.http_requests if each.method == "DELETE"]


async def test_in_a_direct_message_the_answer_can_be_taken_away(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    await carol.send_dm("does anybody live in the lighthouses?")
    card = carol.dm_channel.last_message

    await dismiss(carol, card)

    assert card.id not in [message.id for message in carol.dm_channel.history()]


async def test_a_card_is_kept_with_what_it_answers(alice, channel, me, store: Store):
    """After a pick, too: who asked, in which message, and which entry is shown now."""
    question = await alice.send(channel, f"{me} how many foghorns will there be?")
    (suggestion,) = replies(channel)
    before = await store.cards.of_message(suggestion.id)
    await alice.click(suggestion, label="Will there be a foghorn?")
    after = await store.cards.of_message(suggestion.id)

    assert (before.entry_ids, after.entry_ids) == ((), ("foghorn",))
    assert before.question_message_id == after.question_message_id == question.id
    assert before.asker_id == after.asker_id == alice.id
