"""While nobody can tell what moderators set, nothing is said where all can see it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import discord
import pytest
from cards import buttons, replies, text
from simcord import Env, MemberActor

from bot.client import Client
from bot.core.index import Index
from bot.core.server import ServerSettings
from bot.store import Store, open_store

AUTHOR = "who wrote the article?"
MENU = "Answer from the article"
IN_DOUBT = "I cannot read this server's settings at the moment, so only you can see this."


@pytest.fixture
async def unread(
    simcord_env: Env, index: Index, store: Store, guild, channel, tmp_path: Path
) -> AsyncIterator[None]:
    """The bot was restarted, and the settings, which close the channel, cannot be read."""
    await store.settings.save(guild.id, ServerSettings(shadow_in=(channel.id,), private=True))
    with closing(sqlite3.connect(tmp_path / "footnote.sqlite3")) as database:
        database.execute("ALTER TABLE settings RENAME TO lost")
    async with open_store(f"sqlite:///{tmp_path / 'footnote.sqlite3'}") as opened_anew:
        await simcord_env.restart_bot(Client(index, opened_anew))
        yield


@pytest.fixture
def mo(simcord_env: Env, guild) -> MemberActor:
    role = guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(simcord_env.create_user("mo"), roles=[role])


async def test_a_mention_is_not_answered(alice, channel, me, unread):
    await alice.send(channel, f"{me} {AUTHOR}")

    assert replies(channel) == []


@pytest.mark.parametrize("private", [{}, {"private": False}])
async def test_a_command_is_answered_to_its_asker_alone_and_says_why(
    alice, channel, unread, private
):
    card = await alice.slash(channel, "ask", question=AUTHOR, **private)

    assert card.ephemeral
    assert "Mara Quill" in text(card)
    assert text(card).endswith(IN_DOUBT)


async def test_an_answer_cannot_be_posted(alice, bob, channel, unread):
    message = await bob.send(channel, AUTHOR)

    card = await alice.context_menu(channel, MENU, message)

    assert buttons(card) == ["Discard"]
    assert text(card).endswith(IN_DOUBT)


async def test_a_moderator_is_not_shown_defaults_as_if_they_held(mo, channel, unread):
    shown = await mo.slash(channel, "settings")

    assert shown.ephemeral
    assert text(shown) == "I cannot reach my records just now. Please try again a little later."


async def test_a_direct_message_is_answered(simcord_env: Env, unread):
    """It has no settings."""
    carol = simcord_env.create_user("carol")

    await carol.send_dm(AUTHOR)

    assert "Mara Quill" in text(carol.dm_channel.last_message)
