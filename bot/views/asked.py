"""The question behind a card, for a form of who asked it: nobody sends the words of others."""

from __future__ import annotations

import asyncio

import discord

from bot.core.sending import typed
from bot.views.button import Press, pressed

FETCH_S = 1.5
"""How long a form waits for the message with the question: Discord waits 3 seconds for it."""


async def own_question(interaction: Press) -> str:
    """Return what the person who presses had asked; empty if somebody else did, or if unknown."""
    card = pressed(interaction)
    if command := card.interaction_metadata:
        return interaction.client.asked.get((interaction.user.id, command.id), "")
    if card.reference and card.reference.message_id and _may_read(interaction):
        return await _referenced(interaction, card.channel, card.reference.message_id)
    return ""


def _may_read(interaction: Press) -> bool:
    return interaction.guild_id is None or interaction.app_permissions.read_message_history


async def _referenced(
    interaction: Press, channel: discord.abc.Messageable, message_id: int
) -> str:
    me = interaction.client.user
    try:
        async with asyncio.timeout(FETCH_S):
            question = await channel.fetch_message(message_id)
    except (discord.HTTPException, TimeoutError):
        return ""
    is_own = question.author.id == interaction.user.id
    return typed(question.content, me.id if me else 0) if is_own else ""
