"""The demo's server: channels, people, and the bot as its moderators have set it up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import cast

import discord
import simcord
from discord import PermissionOverwrite, Permissions
from simcord import ChannelHandle, Env, GuildHandle

from bot.client import Client
from bot.core.index import Index
from bot.core.server import ServerSettings
from bot.demo.people import ENGLISH, Typist, join, use_languages
from bot.demo.place import Place
from bot.store import open_store

NAME = "Footnote"


@dataclass(frozen=True, slots=True)
class Server:
    """A running bot, the channels, and who is there: *sam* moderates, and is a curator.

    *robin* and *sam* use Discord in English, *jimin* in Korean, *sakura* in Japanese.
    """

    env: Env
    client: Client
    guild: GuildHandle
    ask: ChannelHandle
    trial: ChannelHandle
    curators: ChannelHandle
    robin: Typist
    sam: Typist
    jimin: Typist
    sakura: Typist

    @property
    def members(self) -> tuple[Typist, ...]:
        """Everybody but the bot."""
        return (self.robin, self.sam, self.jimin, self.sakura)


@asynccontextmanager
async def open_server(index: Index) -> AsyncIterator[Server]:
    """Let the bot run there with a store of its own, which goes at the end."""
    async with (
        _client(index) as client,
        simcord.run(client, check_errors=False) as env,
    ):
        await cast(discord.ClientUser, client.user).edit(username=NAME)
        server = _furnish(env, client)
        use_languages(env, _locales(server))
        settings = ServerSettings(
            person_cooldown_s=0,  # who tries a bot asks one thing after the other
            curator_channel=server.curators.id,
            shadow_in=(server.trial.id,),
        )
        await client.store.settings.save(server.guild.id, settings)
        yield server


@asynccontextmanager
async def _client(index: Index) -> AsyncIterator[Client]:
    with TemporaryDirectory() as folder:
        async with open_store(f"sqlite:///{folder}/demo.sqlite3") as store:
            yield Client(index, store)


def _furnish(env: Env, client: Client) -> Server:
    guild = env.create_guild("Footnote demo")
    moderators = guild.create_role(
        "Moderators", permissions=Permissions(manage_guild=True, manage_messages=True)
    )
    return Server(
        env=env,
        client=client,
        guild=guild,
        ask=guild.create_text_channel(Place.ASK),
        trial=guild.create_text_channel(Place.TRIAL),
        curators=guild.create_text_channel(
            Place.CURATORS,
            overwrites={
                guild.default_role: PermissionOverwrite(view_channel=False),
                moderators: PermissionOverwrite(view_channel=True),
                cast(discord.ClientUser, client.user): PermissionOverwrite(view_channel=True),
            },
        ),
        robin=join(env, guild, "robin", "Robin"),
        sam=join(env, guild, "sam", "Sam, moderator", roles=[moderators]),
        jimin=join(env, guild, "jimin", "지민"),
        sakura=join(env, guild, "sakura", "さくら"),
    )


def _locales(server: Server) -> dict[int, str]:
    return {
        server.robin.id: ENGLISH,
        server.sam.id: ENGLISH,
        server.jimin.id: "ko",
        server.sakura.id: "ja",
    }
