"""``/privacy``: what is stored about the person who asks."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.views.privacy import show_privacy


class Privacy(commands.Cog):
    """Shows each person what is stored about them, to save and to delete."""

    @app_commands.command(
        name=locale_str("privacy"),
        description=locale_str("See, save or delete what is stored about you"),
    )
    async def privacy(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show what is stored."""
        await show_privacy(interaction)
