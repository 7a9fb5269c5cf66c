"""What cogs and views know of the client: a bot that holds the index and answers from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.core.index import Index
from bot.core.latest import Latest
from bot.core.noise import Cooldowns
from bot.core.recent import Recent
from bot.core.repeats import Repeats
from bot.core.server import ServerSettings
from bot.core.speech import Speech
from bot.locale.speech import speech_for
from bot.store import Store
from bot.turns import Turns

ASKED_LIMIT = 1000


class Answerer(commands.Bot):
    """A bot whose *index* may be swapped whole whenever the loop runs something else.

    So it is read once for each answer, after the last ``await`` before it is needed.

    *store* keeps what must last; an answer waits a second for it at most. *asked* are the latest
    questions put by command, by person and interaction, in memory only; *recent* holds the
    latest decisions, and *repeats* where they stand, *cooldowns* who and where has to wait;
    *turns* keep apart what is done about one message.

    No privileged intent: Discord then shows direct messages, and messages that mention the bot.
    """

    def __init__(
        self, index: Index, store: Store, *, tree: type[app_commands.CommandTree[Any]]
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=tree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.index = index
        self.store = store
        self.command_ids: Mapping[str, int] = {}
        self.asked: Latest[tuple[int, int], str] = Latest(ASKED_LIMIT)
        self.recent = Recent()
        self.repeats = Repeats()
        self.cooldowns = Cooldowns()
        self.turns = Turns()

    async def settings(self, guild_id: int | None) -> ServerSettings:
        """Return what holds in a server, or the defaults for a direct message (``None``)."""
        return await self.store.settings.of(guild_id) if guild_id else ServerSettings()

    async def index_in(self, guild_id: int | None) -> Index:
        """Return the index of the sources that a server uses; elsewhere that is all of them."""
        settings = await self.settings(guild_id)
        return self.index.within(settings.sources)

    async def speech(self, interaction: discord.Interaction[Any]) -> Speech:
        """Return the server's language, or else that in which the person uses Discord."""
        settings = await self.settings(interaction.guild_id)
        return speech_for(settings.lang or interaction.locale.value)

    def forget(self, user_id: int) -> None:
        """Let go of the questions of a person that are in memory."""
        self.recent.forget(user_id)
        self.asked.drop_where(lambda whose, _: whose[0] == user_id)

    def mention_of(self, command: str) -> str:
        """Return a slash command as Markdown; a press on it starts to type the command."""
        return f"</{command}:{self.command_ids[command]}>"
