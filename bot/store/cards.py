"""Which message of the bot answered what, to correct it or take it away later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict

from sqlalchemy import ColumnElement, delete, select

from bot.errors import StoreUnavailable
from bot.store.database import PATIENCE_S, Database, put
from bot.store.records import CardMessage, NoCard
from bot.store.tables import cards

OUTBOX_LIMIT = 1000

_log = logging.getLogger(__name__)


class Cards:
    """Cards as they were posted. Those that could not be stored wait until they can be.

    The next card first stores what waits. Whoever reads looks among it, and does not wait for it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[int, CardMessage] = {}
        self._sending = asyncio.Lock()

    async def remember(self, card: CardMessage) -> None:
        """Store *card*, now or when the store is back; of `OUTBOX_LIMIT` that wait, the latest."""
        self._waiting[card.message_id] = card
        if len(self._waiting) > OUTBOX_LIMIT:
            del self._waiting[next(iter(self._waiting))]
        if not self._sending.locked():  # else who is sending takes this one along
            with suppress(StoreUnavailable):
                await self.send_waiting()

    async def add(self, card: CardMessage) -> None:
        """Store *card* now."""
        async with self._database.writing() as connection:
            await put(connection, cards, [asdict(card)])

    async def of_questions(self, message_ids: Collection[int]) -> tuple[CardMessage, ...]:
        """Return the cards that answered any of these messages, oldest first."""
        waiting = dict(self._waiting)  # looked at first: while it is read, one may be stored
        stored = await self._read(cards.c.question_message_id.in_(message_ids))
        newest = {card.message_id: card for card in stored} | waiting
        found = [card for card in newest.values() if card.question_message_id in message_ids]
        return tuple(sorted(found, key=lambda card: card.message_id))

    async def of_message(self, message_id: int) -> CardMessage | NoCard:
        """Return the card that a message of the bot is; a person waits, so not for long."""
        if card := self._waiting.get(message_id):
            return card
        stored = await self._read(cards.c.message_id == message_id, within_s=PATIENCE_S)
        return next(iter(stored), NoCard())

    async def forget(self, message_id: int) -> None:
        """Delete what is known about a message of the bot."""
        await self.send_waiting()
        async with self._database.writing() as connection:
            await connection.execute(delete(cards).where(cards.c.message_id == message_id))

    async def send_waiting(self) -> None:
        """Store the cards that wait, oldest first."""
        async with self._sending:
            while batch := dict(self._waiting):
                async with self._database.writing() as connection:
                    await put(connection, cards, [asdict(card) for card in batch.values()])
                for message_id, card in batch.items():
                    if self._waiting.get(message_id) is card:
                        del self._waiting[message_id]

    async def last_try(self) -> None:
        """Store the cards that wait, or say how many are lost."""
        try:
            await self.send_waiting()
        except StoreUnavailable:
            _log.warning("%s cards were not stored", len(self._waiting))

    async def _read(
        self, condition: ColumnElement[bool], *, within_s: float | None = None
    ) -> tuple[CardMessage, ...]:
        statement = select(cards).where(condition)
        async with self._database.reading(within_s=within_s) as connection:
            return tuple(CardMessage(*row) for row in await connection.execute(statement))
