"""A server with the bot in it, simulated: members act, the real client answers."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
import pytest
from pings import leaving_pings_open
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, interactions

from bot.client import Client
from bot.core.index import Index
from bot.core.model import Base
from bot.core.server import ServerSettings
from bot.store import Store, open_store


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them, for each test to have a copy of."""
    path = tmp_path_factory.mktemp("store") / "empty.sqlite3"

    async def make() -> None:
        async with open_store(f"sqlite:///{path}"):
            pass

    asyncio.run(make())
    return path


@pytest.fixture
async def store(empty_database: Path, tmp_path: Path) -> AsyncIterator[Store]:
    """What the bot keeps; a restarted bot finds it again."""
    path = shutil.copy(empty_database, tmp_path / "footnote.sqlite3")
    async with open_store(f"sqlite:///{path}") as opened:
        yield opened


@pytest.fixture
def simcord_bot(index: Index, store: Store) -> Client:
    """The bot under test."""
    return Client(index, store)


@pytest.fixture
async def simcord_env(simcord_env: Env) -> AsyncIterator[Env]:
    """The simulated Discord. Whatever the bot posts or changes there is to ping nobody."""
    yield simcord_env
    assert leaving_pings_open(simcord_env.http_requests) == []


@pytest.fixture
def make_bot(index: Index, store: Store) -> Callable[[], Client]:
    """A fresh process, as it were: the same knowledge and store, no memory of its own."""
    return lambda: Client(index, store)


@pytest.fixture(scope="session")
def thinned(base: Base) -> Index:
    """The small base without the entry about the foghorn."""
    return Index(replace(base, entries=tuple(e for e in base.entries if e.id != "foghorn")))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have interactions from now on say other things of themselves: ``told(locale="ko")``."""
    made = interactions.base_payload

    def change(**said: object) -> None:
        def base_payload(*args: Any, **values: Any) -> tuple[Any, dict[str, Any]]:
            record, payload = made(*args, **values)
            return record, {**payload, **said}

        monkeypatch.setattr(interactions, "base_payload", base_payload)

    return change


@pytest.fixture
def speaks(told: Callable[..., None]) -> Callable[[str], None]:
    """Have people use Discord in another language: ``speaks("ko")``."""
    return lambda locale: told(locale=locale)


@pytest.fixture
def at_once(simcord_env: Env, monkeypatch: pytest.MonkeyPatch):
    """Have what people press in a block reach the bot together at its end."""

    @asynccontextmanager
    async def hold() -> AsyncIterator[None]:
        held = []
        with monkeypatch.context() as patch:
            patch.setattr(simcord_env.backend, "emit", lambda *event: held.append(event))
            yield
        for event in held:
            simcord_env.backend.emit(*event)
        await simcord_env.settle()

    return hold


@pytest.fixture
def guild(simcord_env: Env) -> GuildHandle:
    return simcord_env.create_guild()


@pytest.fixture
def leave(simcord_env: Env, guild, told) -> Callable[[], Awaitable[None]]:
    """Have the bot leave the server; people still have it in their accounts."""

    async def leave() -> None:
        simcord_env.backend.emit("GUILD_DELETE", {"id": str(guild.id)})
        await simcord_env.settle()
        told(guild={"id": str(guild.id), "locale": "en-US", "features": []})

    return leave


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


@pytest.fixture
async def desk(guild: GuildHandle, store: Store) -> ChannelHandle:
    """The curators' channel, for reports and sent questions."""
    channel = guild.create_text_channel("curators")
    role = guild.create_role("Curators")
    await store.settings.save(
        guild.id, ServerSettings(curator_role=role.id, curator_channel=channel.id)
    )
    return channel


@pytest.fixture
def curator(simcord_env: Env, guild: GuildHandle, desk: ChannelHandle) -> MemberActor:
    """Kim, who has the role and may manage nothing."""
    role = guild.roles["Curators"]
    return guild.add_member(simcord_env.create_user("kim"), roles=[role])
