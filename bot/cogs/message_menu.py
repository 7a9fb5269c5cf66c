"""The menu of a message: an answer to what somebody else wrote, seen first, then posted or not."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.core.decide import decide
from bot.core.notice import wordless
from bot.core.text import words
from bot.heard import question
from bot.views.button import tell
from bot.views.preview import Draft, send_preview


class MessageMenu(commands.Cog):
    """Answers any message on demand; Discord shows the bot the one that is chosen."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self.menu = app_commands.ContextMenu(
            name=locale_str("Answer from the article"), callback=self.answer
        )

    async def cog_load(self) -> None:
        """Add the menu: discord.py takes none from a cog by itself."""
        self.answerer.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the menu away again."""
        self.answerer.tree.remove_command(self.menu.name, type=self.menu.type)

    async def answer(
        self, interaction: discord.Interaction[Answerer], message: discord.Message
    ) -> None:
        """Show privately what the answer to *message* would be."""
        if words(asked := question(message)):
            index = await self.answerer.index_in(interaction.guild_id)
            decision = decide(index, asked)
            await send_preview(interaction, Draft(decision, message.id))
        else:
            await tell(interaction, wordless(await self.answerer.speech(interaction)))
