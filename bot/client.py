"""The client: its cogs, its buttons, its commands, and the one handler for errors."""

from __future__ import annotations

import logging
import sys
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.answerer import Answerer
from bot.cogs.amend import Amend
from bot.cogs.ask import Ask
from bot.cogs.browse import Browse
from bot.cogs.curators import Curators
from bot.cogs.feedback import Feedback
from bot.cogs.mention import Mention
from bot.cogs.message_menu import MessageMenu
from bot.cogs.moderation import Moderation
from bot.cogs.privacy import Privacy
from bot.cogs.upkeep import Upkeep
from bot.command_sync import sync_if_changed
from bot.core.index import Index
from bot.incidents import record, report
from bot.store import Store
from bot.translator import Translator
from bot.views import desk, preview, privacy, sending, server_settings, topics
from bot.views.button import apologise
from bot.views.card import BUTTONS

_log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[Answerer]):
    """The commands; what one raises is reported, and told to the person who called it."""

    async def on_error(
        self, interaction: discord.Interaction[Answerer], error: app_commands.AppCommandError, /
    ) -> None:
        await report(error, partial(apologise, interaction))


class Client(Answerer):
    """Footnote on Discord: ``async with Client(index, store) as it: await it.start(token)``."""

    def __init__(self, index: Index, store: Store) -> None:
        super().__init__(index, store, tree=Tree)

    async def setup_hook(self) -> None:
        """Make ready what must be there before the first event."""
        self.add_dynamic_items(*BUTTONS, *topics.ITEMS, *privacy.ITEMS, *sending.ITEMS)
        self.add_dynamic_items(*preview.ITEMS, *server_settings.ITEMS, *desk.ITEMS)
        await self.add_cog(Ask(self))
        await self.add_cog(Mention(self, self.turns))
        await self.add_cog(Amend(self, self.turns))
        await self.add_cog(MessageMenu(self))
        await self.add_cog(Moderation())
        await self.add_cog(Browse(self))
        await self.add_cog(Privacy())
        await self.add_cog(Curators(self))
        await self.add_cog(Feedback(self))
        await self.add_cog(Upkeep(self, discord.utils.utcnow))
        self.command_ids = await sync_if_changed(self, Translator())

    async def on_ready(self) -> None:
        """Say in the log that the bot is there, and with which knowledge."""
        _log.info("Ready in %s servers, base %s", len(self.guilds), self.index.base.version)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: the cogs listen for themselves, and there are no prefix commands."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what an event handler raised."""
        if error := sys.exception():
            record(error)
