"""Who reads what is sent from a place, and whether the person who presses is one of them.

That is asked at each press: a card may be seen by others, or for too long.
"""

from __future__ import annotations

import discord

from bot.core.desk import is_curator
from bot.core.notice import line
from bot.core.readers import CURATORS, OWNERS, Readers
from bot.views.button import Press, tell

OWNERS_DESK = 0
"""Where that is filed which no server's curators could read."""


def desk_of(interaction: Press) -> int:
    """Return under which server that is filed which is sent from here, or `OWNERS_DESK`.

    In direct messages there are no curators, nor where somebody merely brought the bot along.
    """
    guild_id = interaction.guild_id or OWNERS_DESK
    return guild_id if interaction.client.get_guild(guild_id) else OWNERS_DESK


def readers_of(interaction: Press) -> Readers:
    """Return who reads what is sent from here."""
    return OWNERS if desk_of(interaction) == OWNERS_DESK else CURATORS


async def curates(interaction: Press) -> bool:
    """Tell whether the person behind *interaction* is a reader; who is not is told so."""
    readers = readers_of(interaction)
    is_reader = _is_owner if readers is OWNERS else _is_curator
    if await is_reader(interaction):
        return True
    speech = await interaction.client.speech(interaction)
    await tell(interaction, line(speech, speech.say(readers.alone)))
    return False


async def _is_owner(interaction: Press) -> bool:
    return await interaction.client.is_owner(interaction.user)


async def _is_curator(interaction: Press) -> bool:
    settings = await interaction.client.settings(interaction.guild_id)
    member = interaction.user
    if not isinstance(member, discord.Member):
        return False
    role_ids = [role.id for role in member.roles]
    may = member.guild_permissions  # not those in one channel: the list is of the server
    return is_curator(settings, role_ids, manages=may.manage_messages or may.manage_guild)
