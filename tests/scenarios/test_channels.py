"""Moderators choose where the bot speaks, and may have it whisper to the curators first."""

from __future__ import annotations

import logging

import discord
import pytest
from cards import buttons, replies, text
from simcord import Env

from bot.core.server import ServerSettings
from bot.store import Store

AUTHOR = "who wrote the article?"


@pytest.fixture
def curators(guild):
    return guild.create_text_channel("curators")


async def test_mentions_are_answered_where_moderators_want_it(
    store: Store, alice, bob, guild, channel, me
):
    other = guild.create_text_channel("other")
    await store.settings.save(guild.id, ServerSettings(answer_in=(channel.id,)))

    await alice.send(other, f"{me} {AUTHOR}")
    await bob.send(channel, f"{me} {AUTHOR}")

    assert replies(other) == []
    assert len(replies(channel)) == 1


async def test_a_thread_belongs_to_its_channel(
    simcord_env: Env, store: Store, alice, guild, channel, me
):
    await store.settings.save(guild.id, ServerSettings(answer_in=(channel.id,)))
    simcord_env.backend.create_thread(channel.id, "lamps", alice.id)
    (thread,) = channel.threads

    await alice.send(thread, f"{me} {AUTHOR}")

    assert "Mara Quill" in text(replies(thread)[-1])


async def test_in_shadow_only_the_curators_see_what_the_answer_would_have_been(
    store: Store, alice, guild, channel, curators, me
):
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)

    question = await alice.send(channel, f"{me} {AUTHOR}")

    assert replies(channel) == []
    (shadow,) = replies(curators)
    assert text(shadow).startswith(
        f"[What I would have said to this message]({question.jump_url})\n"
    )
    assert "Mara Quill" in text(shadow)
    assert AUTHOR not in text(shadow), "the words of a member stay where they wrote them"


async def test_a_suggestion_in_shadow_shows_what_would_have_been_suggested(
    store: Store, alice, guild, channel, curators, me
):
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)

    await alice.send(channel, f"{me} how many foghorns will there be?")

    (shadow,) = replies(curators)
    assert "Will there be a foghorn?" in buttons(shadow)


async def test_a_flood_in_shadow_is_no_flood_for_the_curators(
    store: Store, alice, guild, channel, curators, me
):
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)

    for _ in range(10):
        await alice.send(channel, f"{me} {AUTHOR}")

    assert len(replies(curators)) == 1
    assert replies(channel) == []


async def test_a_command_in_shadow_is_answered_to_who_asked_alone(
    store: Store, alice, guild, channel, curators
):
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)

    card = await alice.slash(channel, "ask", question=AUTHOR, private=False)

    assert card.ephemeral
    assert "Mara Quill" in text(card)
    assert text(card).endswith("I am on trial in this channel, so only you can see this.")


async def test_in_shadow_nobody_gets_an_answer_posted(
    store: Store, alice, bob, guild, channel, curators
):
    """Not with a preview from before the trial, either."""
    message = await bob.send(channel, AUTHOR)
    before = await alice.context_menu(channel, "Answer from the article", message)
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)

    await alice.click(before.response, label="Post as reply")
    after = await alice.context_menu(channel, "Answer from the article", message)

    assert replies(channel) == []
    assert text(before) == text(after)
    assert buttons(after) == ["Discard"]


async def test_shadow_without_a_curators_channel_is_silence(
    simcord_env: Env, store: Store, alice, guild, channel, me
):
    await store.settings.save(guild.id, ServerSettings(shadow_in=(channel.id,)))

    await alice.send(channel, f"{me} {AUTHOR}")

    assert replies(channel) == []
    assert simcord_env.errors == []


async def test_an_incident_in_shadow_is_not_told_in_the_channel(
    simcord_env: Env, store: Store, alice, guild, channel, curators, me
):
    settings = ServerSettings(shadow_in=(channel.id,), curator_channel=curators.id)
    await store.settings.save(guild.id, settings)
    simcord_env.inject_error("POST", "/channels/*/messages", status=500, code=0, times=None)

    await alice.send(channel, f"{me} {AUTHOR}")

    assert replies(channel) == []


async def test_that_it_may_not_write_in_a_channel_is_logged_once(
    guild, alice, bob, me, caplog: pytest.LogCaptureFixture
):
    deny = discord.PermissionOverwrite(send_messages=False)
    channel = guild.create_text_channel("quiet", overwrites={guild.me: deny})

    with caplog.at_level(logging.INFO, logger="bot"):
        await alice.send(channel, f"{me} {AUTHOR}")
        await bob.send(channel, f"{me} {AUTHOR}")

    lines = [record.getMessage() for record in caplog.records if "May not" in record.msg]
    assert lines == [f"May not write in channel {channel.id}, so mentions there stay unanswered"]
