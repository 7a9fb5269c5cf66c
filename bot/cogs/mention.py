"""Questions in plain messages: to the bot's name, in a direct message, or as a reply to it."""

from __future__ import annotations

import logging
from functools import partial
from math import ceil
from typing import Any, assert_never

import discord
from discord.ext import commands

from bot.answerer import Answerer
from bot.answering import answer
from bot.core.latest import Latest
from bot.core.noise import (
    IN_DIRECT_MESSAGES,
    Answerable,
    Ignored,
    Place,
    Turn,
    Wait,
    place,
)
from bot.core.notice import apology, said_above, would_have_said
from bot.core.repeats import Absent, Stands
from bot.core.reply import Reply
from bot.core.server import ServerSettings
from bot.curators import tell_curators
from bot.heard import channel_ids, is_addressed, may_reply, permissions, speech_of
from bot.incidents import nobody, reporting
from bot.locale.speech import speech_for
from bot.turns import Turns
from bot.views.card import Card
from bot.views.markdown import small
from bot.views.sent import remember, said

SHOWN_S = (6.0, 15.0)
"""How long a line stands that tells when to ask again: long enough to read, and no longer."""

_log = logging.getLogger(__name__)


class Mention(commands.Cog):
    """Answers each message that is meant for the bot with one reply, and pings nobody."""

    def __init__(self, answerer: Answerer, turns: Turns) -> None:
        self.answerer = answerer
        self._turns = turns
        self._silent_in: Latest[int, None] = Latest()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer *message* if a person wrote it to the bot and the bot may speak there."""
        self.answerer.repeats.passed(message.channel.id, message.id)
        if not is_addressed(message, self.answerer.user):
            return
        async with self._turns.of(message.id):
            settings = await self._settings(message)
            match place(settings, channel_ids(message.channel)):
                case Place.OPEN:
                    async with reporting(partial(_apologise, message, settings)):
                        await self._speak(message, settings)
                case Place.SHADOWED:
                    async with reporting(nobody):
                        await self._show_curators(message, settings)
                case Place.CLOSED | Place.UNKNOWN:
                    pass

    async def _settings(self, message: discord.Message) -> ServerSettings:
        if message.guild is None:
            return IN_DIRECT_MESSAGES
        return await self.answerer.store.settings.of(message.guild.id)

    def _turn(self, message: discord.Message, settings: ServerSettings) -> Turn:
        guild_id = message.guild.id if message.guild else 0
        return self.answerer.cooldowns.ask(
            guild_id,
            message.channel.id,
            message.author.id,
            message.created_at.timestamp(),
            settings,
        )

    async def _speak(self, message: discord.Message, settings: ServerSettings) -> None:
        if not may_reply(message):
            self._note_silence(message.channel.id)
            return
        turn = self._turn(message, settings)
        match turn:
            case Answerable():
                await self._answer(message, settings)
            case Wait(until):
                await _tell_when(message, until, settings)
            case Ignored():
                pass
            case _:
                assert_never(turn)

    async def _answer(self, message: discord.Message, settings: ServerSettings) -> None:
        """Send the answer, or a link to it if it stands just above; then remember the message."""
        reply = await answer(self.answerer, message, speech_of(message, settings))
        reply = self._unrepeated(message, reply, settings)
        asker_id = message.author.id
        sent = await _send(message, view=Card(reply, asker_id))
        await remember(self.answerer, sent, reply, asker_id, question_message_id=message.id)

    def _unrepeated(
        self, message: discord.Message, reply: Reply, settings: ServerSettings
    ) -> Reply:
        what = said(reply)
        found = self.answerer.repeats.find(
            message.channel.id, what, before=message.id, within=settings.repeat_within
        )
        match found:
            case Stands(message_id):
                url = _url(message, message_id)
                return said_above(reply, what.entry_ids, url, speech_for(reply.lang))
            case Absent():
                return reply
            case _:
                assert_never(found)

    async def _show_curators(self, message: discord.Message, settings: ServerSettings) -> None:
        """Show the curators alone what the answer would have been, and where."""
        if message.guild and isinstance(self._turn(message, settings), Answerable):
            speech = speech_of(message, settings)
            reply = await answer(self.answerer, message, speech)
            card = Card(would_have_said(reply, message.jump_url, speech), message.author.id)
            await tell_curators(self.answerer, message.guild.id, card)

    def _note_silence(self, channel_id: int) -> None:
        """Log once a channel that the bot may not speak there; nobody can be told but by ping."""
        if channel_id not in self._silent_in:
            self._silent_in.put(channel_id, None)
            _log.info("May not write in channel %s, so mentions there stay unanswered", channel_id)


def _url(message: discord.Message, other_id: int) -> str:
    """Return the address of another message in the channel of *message*."""
    return f"{message.jump_url.rpartition('/')[0]}/{other_id}"


async def _tell_when(message: discord.Message, until: float, settings: ServerSettings) -> None:
    """Say when the person may ask again, in a line that goes away by itself."""
    when = f"<t:{ceil(until)}:R>"
    line = speech_of(message, settings).say(
        "One question at a time. Ask me again {when}.", when=when
    )
    shortest, longest = SHOWN_S
    left_s = until - message.created_at.timestamp()
    await _send(message, content=small(line), delete_after=min(max(left_s, shortest), longest))


async def _send(message: discord.Message, **parts: Any) -> discord.Message:
    """Send a reply, or a plain message where the bot may not read the history to refer to.

    Discord posts no two messages of one nonce, so of two processes that overlap one is heard.
    """
    if permissions(message).read_message_history:
        parts["reference"] = message.to_reference(fail_if_not_exists=False)
    return await message.channel.send(nonce=message.id, **parts)


async def _apologise(message: discord.Message, settings: ServerSettings, reference: str) -> None:
    card = Card(apology(reference, speech_of(message, settings)), message.author.id)
    await _send(message, view=card)
