"""Ways round for those who do not know what to ask: ``/topics``, ``/source`` and ``/help``."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.views.help import help_panel
from bot.views.sources import sources_panel
from bot.views.topics import open_contents


class Browse(commands.Cog):
    """Shows each person privately, in their language, what there is to ask."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @app_commands.command(
        name=locale_str("topics"),
        description=locale_str("Browse what you can ask, section by section"),
    )
    async def topics(self, interaction: discord.Interaction[Answerer]) -> None:
        """Open the table of contents."""
        await open_contents(interaction)

    @app_commands.command(
        name=locale_str("source"), description=locale_str("What the answers rest on")
    )
    async def source(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show what the bot answers from."""
        speech = await self.answerer.speech(interaction)
        index = await self.answerer.index_in(interaction.guild_id)
        panel = sources_panel(index.base, speech)
        await interaction.response.send_message(view=panel, ephemeral=True)

    @app_commands.command(name=locale_str("help"), description=locale_str("How to ask"))
    async def help(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show how to ask."""
        speech = await self.answerer.speech(interaction)
        index = await self.answerer.index_in(interaction.guild_id)
        panel = help_panel(self.answerer, index.base, speech)
        await interaction.response.send_message(view=panel, ephemeral=True)
