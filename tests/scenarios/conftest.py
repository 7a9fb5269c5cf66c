"""A server with the bot in it, simulated: members act, the real client answers."""

from __future__ import annotations

from collections.abc import Callable

import discord
import pytest
from simcord import ChannelHandle, Env, GuildHandle, MemberActor

from bot.client import Client
from bot.core.index import Index


@pytest.fixture
def simcord_bot(index: Index) -> Client:
    """The bot under test."""
    return Client(index)


@pytest.fixture
def make_bot(index: Index) -> Callable[[], Client]:
    """A fresh process, as it were: the same knowledge, no memory of earlier messages."""
    return lambda: Client(index)


@pytest.fixture
def guild(simcord_env: Env) -> GuildHandle:
    return simcord_env.create_guild()


@pytest.fixture
def channel(guild: GuildHandle) -> ChannelHandle:
    return guild.create_text_channel("ask")


@pytest.fixture
def alice(simcord_env: Env, guild: GuildHandle) -> MemberActor:
    return guild.add_member(simcord_env.create_user("alice"))


@pytest.fixture
def bob(simcord_env: Env, guild: GuildHandle) -> MemberActor:
    return guild.add_member(simcord_env.create_user("bob"))


@pytest.fixture
def me(simcord_env: Env) -> str:
    """The bot's mention, as a message holds it."""
    user = simcord_env.bot.user
    assert isinstance(user, discord.ClientUser)
    return user.mention
