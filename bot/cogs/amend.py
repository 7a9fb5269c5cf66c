"""Answers that keep up with their questions: corrected as they are, deleted as they are."""

from __future__ import annotations

from collections.abc import Set
from contextlib import suppress
from datetime import timedelta

import discord
from discord.ext import commands

from bot.answerer import Answerer
from bot.answering import answer
from bot.core.noise import Corrections, Place, place
from bot.core.server import ServerSettings
from bot.errors import StoreUnavailable
from bot.heard import channel_ids, is_addressed, speech_of
from bot.incidents import nobody, reporting
from bot.store import CardMessage
from bot.turns import Turns
from bot.views.card import Card
from bot.views.sent import remember

WHILE = timedelta(minutes=5)
"""How long after a question its answer follows what it is edited to."""


class Amend(commands.Cog):
    """Edits and deletes cards as their questions are edited and deleted.

    The store tells which card answered which message, so it works after a restart too. While the
    store is away, cards stay as they are.
    """

    def __init__(self, answerer: Answerer, turns: Turns) -> None:
        self.answerer = answerer
        self._turns = turns
        self._corrections = Corrections()

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer what an edited question asks now, in place of what it asked before."""
        message = payload.message
        if not (is_addressed(message, self.answerer.user) and _is_edited(payload)):
            return
        async with self._turns.of(message.id), reporting(nobody):
            for card in await self._cards({message.id}):
                await self._correct(card, message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Delete the answer to a question that was deleted."""
        await self._gone(payload.channel_id, {payload.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Do the same for many messages at once; answers among them are gone already."""
        await self._gone(payload.channel_id, payload.message_ids)

    async def _gone(self, channel_id: int, message_ids: Set[int]) -> None:
        for message_id in message_ids:
            self.answerer.repeats.deleted(channel_id, message_id)
        async with self._turns.of_all(message_ids):
            for card in await self._cards(message_ids):
                async with reporting(nobody):
                    await self._withdraw(card, already=card.message_id in message_ids)

    async def _cards(self, question_message_ids: Set[int]) -> tuple[CardMessage, ...]:
        try:
            return await self.answerer.store.cards.of_questions(question_message_ids)
        except StoreUnavailable:
            return ()

    async def _correct(self, card: CardMessage, message: discord.Message) -> None:
        """Bring *card* up to date, where its question would be answered now as it was then."""
        settings = ServerSettings()
        if message.guild:
            settings = await self.answerer.store.settings.of(message.guild.id)
        is_open = place(settings, channel_ids(message.channel)) is Place.OPEN
        if not (is_open and self._corrections.ask(message.id)):
            return
        reply = await answer(self.answerer, message, speech_of(message, settings))
        nobody = self.answerer.allowed_mentions  # discord.py leaves it out of such an edit
        view = Card(reply, card.asker_id)
        edited = await self._partial(card).edit(view=view, allowed_mentions=nobody)
        await remember(self.answerer, edited, reply, card.asker_id, question_message_id=message.id)

    async def _withdraw(self, card: CardMessage, *, already: bool) -> None:
        if not already:
            with suppress(discord.NotFound):
                await self._partial(card).delete()
        with suppress(StoreUnavailable):  # what is left of it is purged in time
            await self.answerer.store.cards.forget(card.message_id)

    def _partial(self, card: CardMessage) -> discord.PartialMessage:
        channel = self.answerer.get_partial_messageable(
            card.channel_id, guild_id=card.guild_id or None
        )
        return channel.get_partial_message(card.message_id)


def _is_edited(payload: discord.RawMessageUpdateEvent) -> bool:
    """Tell whether the words were changed in time: Discord also says when a link got a preview."""
    before, after = payload.cached_message, payload.message
    if after.edited_at is None or (before is not None and before.content == after.content):
        return False
    return after.edited_at - after.created_at <= WHILE
