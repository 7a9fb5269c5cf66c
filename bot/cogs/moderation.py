"""``/settings``: how the bot behaves in a server, for those who may manage the server."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.views.server_settings import open_settings


class Moderation(commands.Cog):
    """Shows moderators the settings of their server."""

    @app_commands.command(
        name=locale_str("settings"),
        description=locale_str("Change how I answer in this server"),
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show the settings."""
        await open_settings(interaction)
