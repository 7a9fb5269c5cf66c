"""The channel in which the curators of a server are told something."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import discord
from discord import ui

from bot.answerer import Answerer
from bot.core.speech import Speech
from bot.locale.speech import speech_for
from bot.writing import may_write

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Untold:
    """A server has no curators' channel, or none in which the bot may write."""


async def curators_speech(answerer: Answerer, guild_id: int) -> Speech:
    """Return the language in which the curators of a server are told something."""
    settings = await answerer.store.settings.of(guild_id)
    guild = answerer.get_guild(guild_id)
    return speech_for(settings.lang or (guild.preferred_locale.value if guild else ""))


async def tell_curators(
    answerer: Answerer, guild_id: int, view: ui.LayoutView
) -> discord.Message | Untold:
    """Post *view* in the curators' channel of a server, if it has one and the bot may post there.

    Discord's refusal is logged: nobody who waits for an answer is concerned.
    """
    settings = await answerer.store.settings.of(guild_id)
    channel = _writable(answerer, guild_id, settings.curator_channel)
    if isinstance(channel, Untold):
        return channel
    try:
        return await channel.send(view=view)
    except discord.HTTPException as refusal:
        _log.warning("The curators were not told: status %s", refusal.status)
        return Untold()


async def tell_anew(
    answerer: Answerer, guild_id: int, channel_id: int, message_id: int, view: ui.LayoutView
) -> discord.Message | Untold:
    """Change what the curators of a server were told in a message that may be gone."""
    channel = _writable(answerer, guild_id, channel_id)
    if isinstance(channel, Untold):
        return channel
    try:
        partial = answerer.get_partial_messageable(channel_id, guild_id=guild_id)
        message = partial.get_partial_message(message_id)
        # of itself, discord.py says whom an edit pings only where it changes ``content``
        return await message.edit(view=view, allowed_mentions=answerer.allowed_mentions)
    except discord.HTTPException as refusal:
        _log.info("The curators' card was not changed: status %s", refusal.status)
        return Untold()


def _writable(
    answerer: Answerer, guild_id: int, channel_id: int
) -> discord.abc.MessageableChannel | Untold:
    """Return a channel if it is there and the bot may write in it."""
    guild = answerer.get_guild(guild_id)
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if guild is None or not isinstance(channel, discord.abc.Messageable):
        return Untold()
    return channel if may_write(channel.permissions_for(guild.me), channel) else Untold()
