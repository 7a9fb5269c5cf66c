"""The bot does not add to the noise: cooldowns, no repetition, nothing said in passing."""

from __future__ import annotations

import re

import discord
import pytest
from cards import replies, text
from simcord import Env

from bot.core.server import ServerSettings
from bot.store import Store

AUTHOR = "who wrote the article?"
KEEPERS = "does anybody live in the lighthouses?"


async def test_fifty_mentions_in_a_second_bring_one_reply(simcord_env: Env, alice, channel, me):
    for _ in range(50):
        simcord_env.backend.create_message(channel.id, alice.id, f"{me} {AUTHOR}")
        simcord_env.backend.clock.advance(0.02)
    await simcord_env.settle()

    assert len(replies(channel)) == 1


async def test_who_asks_again_too_soon_is_told_when_in_a_line_that_goes_away(
    simcord_env: Env, alice, channel, me
):
    await alice.send(channel, f"{me} {AUTHOR}")
    await simcord_env.advance_time(2)

    await alice.send(channel, f"{me} {KEEPERS}")

    answer, line = replies(channel)
    (until,) = re.findall(r"Ask me again <t:(\d+):R>\.", line.content)
    assert int(until) == answer.created_at.timestamp() + 5
    assert line.reference is not None
    await simcord_env.advance_time(6)
    assert replies(channel) == [answer]
    await alice.send(channel, f"{me} {KEEPERS}")
    assert len(replies(channel)) == 2


async def test_it_is_said_once(simcord_env: Env, alice, channel, me):
    await alice.send(channel, f"{me} {AUTHOR}")
    for _ in range(3):
        await simcord_env.advance_time(1.1)
        await alice.send(channel, f"{me} {KEEPERS}")

    assert len(replies(channel)) == 2, "an answer and a line"


async def test_a_long_cooldown_does_not_leave_the_line_standing(
    simcord_env: Env, store: Store, alice, guild, channel, me
):
    await store.settings.save(guild.id, ServerSettings(person_cooldown_s=3600))
    await alice.send(channel, f"{me} {AUTHOR}")
    await simcord_env.advance_time(2)
    await alice.send(channel, f"{me} {KEEPERS}")

    await simcord_env.advance_time(16)

    assert len(replies(channel)) == 1


async def test_others_are_not_kept_waiting(alice, bob, channel, me):
    await alice.send(channel, f"{me} {AUTHOR}")
    await bob.send(channel, f"{me} {KEEPERS}")

    assert len(replies(channel)) == 2


async def test_a_channel_may_rest_too(
    simcord_env: Env, store: Store, alice, bob, guild, channel, me
):
    await store.settings.save(guild.id, ServerSettings(channel_cooldown_s=60))
    await alice.send(channel, f"{me} {AUTHOR}")
    await simcord_env.advance_time(10)

    await bob.send(channel, f"{me} {KEEPERS}")

    _, line = replies(channel)
    assert "One question at a time" in line.content


async def test_the_line_speaks_the_servers_language(
    simcord_env: Env, store: Store, alice, guild, channel, me
):
    await store.settings.save(guild.id, ServerSettings(lang="ko"))
    await alice.send(channel, f"{me} {AUTHOR}")
    await simcord_env.advance_time(2)
    await alice.send(channel, f"{me} {KEEPERS}")

    assert "다시 질문해 주세요" in replies(channel)[-1].content


async def test_nobody_waits_in_a_direct_message(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    await carol.send_dm(AUTHOR)
    await simcord_env.advance_time(2)

    await carol.send_dm(AUTHOR)

    first, second = replies(carol.dm_channel)
    assert text(first) == text(second)


async def test_an_answer_that_stands_just_above_is_linked_to(
    simcord_env: Env, alice, bob, channel, me
):
    await alice.send(channel, f"{me} {AUTHOR}")
    (answer,) = replies(channel)

    await bob.send(channel, f"{me} who is the author?")

    link = replies(channel)[-1]
    assert text(link).splitlines() == [
        "-# Answered just above",
        f"[Who wrote the article?]({answer.jump_url})",
    ]


async def test_so_is_an_answer_to_a_command(alice, bob, channel, me):
    card = await alice.slash(channel, "ask", question=AUTHOR)
    assert card.response is not None

    await bob.send(channel, f"{me} {AUTHOR}")

    assert str(card.response.id) in text(replies(channel)[-1])


async def test_a_private_answer_is_not_linked_to(alice, bob, channel, me):
    """Only alice can see it."""
    await alice.slash(channel, "ask", question=AUTHOR, private=True)

    await bob.send(channel, f"{me} {AUTHOR}")

    assert "Mara Quill" in text(replies(channel)[-1])


async def test_a_command_in_a_hurry_is_answered_to_who_asked_alone(
    simcord_env: Env, alice, channel
):
    await alice.slash(channel, "ask", question=AUTHOR)
    await simcord_env.advance_time(2)
    hurried = await alice.slash(channel, "ask", question=KEEPERS)
    await simcord_env.advance_time(4)
    calm = await alice.slash(channel, "ask", question=KEEPERS)

    assert hurried.ephemeral
    assert "### Does anybody live" in text(hurried)
    assert text(hurried).endswith("I have just spoken in this channel, so only you can see this.")
    assert not calm.ephemeral


async def test_commands_and_mentions_wait_for_each_other(alice, channel, me):
    await alice.slash(channel, "ask", question=AUTHOR)
    await alice.send(channel, f"{me} {KEEPERS}")

    assert len(replies(channel)) == 1


async def test_a_command_that_was_answered_just_above_adds_nothing_to_the_channel(
    alice, bob, channel, me
):
    await alice.send(channel, f"{me} {AUTHOR}")

    again = await bob.slash(channel, "ask", question=AUTHOR)

    assert again.ephemeral
    assert "Mara Quill" in text(again)


async def test_a_private_command_keeps_nobody_waiting(alice, channel):
    await alice.slash(channel, "ask", question=AUTHOR, private=True)
    card = await alice.slash(channel, "ask", question=KEEPERS)

    assert not card.ephemeral


@pytest.mark.parametrize(("within", "repeated"), [(5, True), (6, False), (0, True)])
async def test_moderators_choose_how_far_above_counts(
    store: Store, alice, bob, guild, channel, me, within, repeated
):
    await store.settings.save(guild.id, ServerSettings(repeat_within=within))
    await alice.send(channel, f"{me} {AUTHOR}")
    for number in range(5):
        await alice.send(channel, f"chat {number}")

    await bob.send(channel, f"{me} {AUTHOR}")

    assert ("Mara Quill" in text(replies(channel)[-1])) is repeated


async def test_an_answer_that_was_deleted_is_given_again(alice, bob, channel, me):
    question = await alice.send(channel, f"{me} {AUTHOR}")
    await alice.delete(question)

    await bob.send(channel, f"{me} {AUTHOR}")

    (answer,) = replies(channel)
    assert "Mara Quill" in text(answer)


async def test_who_pings_everyone_does_not_ask_the_bot(simcord_env: Env, guild, channel, me):
    role = guild.create_role("crier", permissions=discord.Permissions(mention_everyone=True))
    crier = guild.add_member(simcord_env.create_user("crier"), roles=[role])

    await crier.send(channel, f"@everyone ask {me} {AUTHOR}")

    assert replies(channel) == []


@pytest.mark.parametrize(
    "content",
    [
        "type `{me} who wrote the article?` to ask",
        "```\n{me} who wrote the article?\n```",
        "> {me} who wrote the article?\nnice one",
        "look at this\n>>> {me} who wrote\nthe article?",
    ],
    ids=["inline code", "code block", "quote", "long quote"],
)
async def test_a_mention_in_passing_is_not_a_question(alice, channel, me, content):
    await alice.send(channel, content.format(me=me))

    assert replies(channel) == []


async def test_a_quote_is_not_part_of_the_question(alice, channel, me):
    await alice.send(channel, f"> the second lighthouse was lit\n{me} {AUTHOR}")

    (answer,) = replies(channel)
    assert "Mara Quill" in text(answer)


async def test_a_question_in_code_is_read_where_nothing_else_is_said(alice, channel, me):
    await alice.send(channel, f"{me} `{AUTHOR}`")

    (answer,) = replies(channel)
    assert "Mara Quill" in text(answer)
