"""Whether the person who presses is a curator: a card may be seen by others, or for too long."""

from __future__ import annotations

import discord

from bot.core.desk import is_curator, only_curators
from bot.views.button import Press, tell


async def curates(interaction: Press) -> bool:
    """Tell whether the person behind *interaction* is a curator; who is not is told so."""
    settings = await interaction.client.settings(interaction.guild_id)
    member = interaction.user
    if isinstance(member, discord.Member):
        role_ids = [role.id for role in member.roles]
        may = member.guild_permissions  # not those in one channel: the list is of the server
        manages = may.manage_messages or may.manage_guild
        if is_curator(settings, role_ids, manages=manages):
            return True
    await tell(interaction, only_curators(await interaction.client.speech(interaction)))
    return False
