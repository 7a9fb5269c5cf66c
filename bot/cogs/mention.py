"""Questions in plain messages: to the bot's name, in a direct message, or as a reply to it."""

from __future__ import annotations

from functools import partial

import discord
from discord.ext import commands

from bot.answerer import Answerer
from bot.core.notice import apology, how_to_ask, unreadable
from bot.core.reply import Reply
from bot.core.speech import Speech
from bot.core.text import words
from bot.incidents import reporting
from bot.locale.speech import speech_for
from bot.views.card import Card
from bot.views.sent import remember

_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)
_IN_DIRECT_MESSAGES = discord.Permissions(
    view_channel=True, send_messages=True, read_message_history=True
)


class Mention(commands.Cog):
    """Answers each message that is meant for the bot with one reply, and pings nobody."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer *message* if a person wrote it to the bot and the bot may reply there."""
        if self._is_addressed(message) and _may_reply(message):
            async with reporting(partial(_apologise, message)):
                reply = self._answer(message)
                sent = await _reply(message, reply)
                await remember(
                    self.answerer,
                    sent,
                    reply,
                    message.author.id,
                    question_message_id=message.id,
                )

    def _is_addressed(self, message: discord.Message) -> bool:
        """Tell whether a person wrote to the bot itself: @everyone and roles do not count."""
        if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
            return False
        return message.guild is None or self.answerer.user in message.mentions

    def _answer(self, message: discord.Message) -> Reply:
        if words(message.content):
            return self.answerer.ask(message.content)
        if message.reference and not message.content:
            return unreadable(_speech(message))
        return how_to_ask(self.answerer.index.base, _speech(message))


def _speech(message: discord.Message) -> Speech:
    """Return the server's language: a message does not tell that of the person who wrote it."""
    return speech_for(message.guild.preferred_locale.value if message.guild else "en")


def _may_reply(message: discord.Message) -> bool:
    """Look before sending: a message that Discord refuses counts towards a ban."""
    allowed = _permissions(message)
    in_thread = isinstance(message.channel, discord.Thread)
    may_send = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    return allowed.view_channel and may_send


def _permissions(message: discord.Message) -> discord.Permissions:
    if message.guild is None:
        return _IN_DIRECT_MESSAGES
    return message.channel.permissions_for(message.guild.me)


async def _reply(message: discord.Message, reply: Reply) -> discord.Message:
    """Send *reply* as a reply, or plainly where the bot may not read the history to refer to."""
    card = Card(reply, message.author.id)
    if _permissions(message).read_message_history:
        reference = message.to_reference(fail_if_not_exists=False)
        return await message.channel.send(view=card, reference=reference)
    return await message.channel.send(view=card)


async def _apologise(message: discord.Message, reference: str) -> None:
    await _reply(message, apology(reference, _speech(message)))
