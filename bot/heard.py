"""What a plain message is to the bot: whether it is for it, what it says, where it stands."""

from __future__ import annotations

import discord

from bot.core.server import ServerSettings
from bot.core.speech import Speech
from bot.core.spoken import mentions, own_words
from bot.core.text import words
from bot.locale.speech import speech_for
from bot.writing import may_write

_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)
_IN_DIRECT_MESSAGES = discord.Permissions(
    view_channel=True, send_messages=True, read_message_history=True
)


def is_addressed(message: discord.Message, me: discord.ClientUser | None) -> bool:
    """Tell whether a person wrote to the bot itself, not to everyone, and not in passing."""
    if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
        return False
    if message.guild is None:
        return True
    if me is None or me not in message.mentions or message.mention_everyone:
        return False
    in_passing = mentions(message.content, me.id) and not mentions(
        own_words(message.content), me.id
    )
    return not in_passing


def question(message: discord.Message) -> str:
    """Return what a message asks: its writer's own words, or all of it if there are none.

    A message that only passes another on asks what that one asks.
    """
    written = message.content or _forwarded(message)
    own = own_words(written)
    return own if words(own) else written


def is_hidden(message: discord.Message) -> bool:
    """Tell whether Discord kept a reply's words from the bot: in a server, it may."""
    return bool(message.guild and message.reference and not message.content)


def _forwarded(message: discord.Message) -> str:
    return next((snapshot.content for snapshot in message.message_snapshots), "")


def speech_of(message: discord.Message, settings: ServerSettings) -> Speech:
    """Return the server's language: a message does not tell that of the person who wrote it."""
    preferred = message.guild.preferred_locale.value if message.guild else "en"
    return speech_for(settings.lang or preferred)


def channel_ids(channel: discord.abc.Snowflake | None) -> frozenset[int]:
    """Return the id of *channel* and, of a thread, of the channel that it belongs to."""
    own = {channel.id} if channel else set()
    parent = {channel.parent_id} if isinstance(channel, discord.Thread) else set()
    return frozenset(own | parent)


def permissions(message: discord.Message) -> discord.Permissions:
    """Return what the bot may do where a message stands."""
    if message.guild is None:
        return _IN_DIRECT_MESSAGES
    return message.channel.permissions_for(message.guild.me)


def may_reply(message: discord.Message) -> bool:
    """Tell whether the bot may write where a message stands."""
    return may_write(permissions(message), message.channel)
