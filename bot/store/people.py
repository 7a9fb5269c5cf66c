"""What is stored about one person: all of it shown, or all of it deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.cards import Cards
from bot.store.database import Database
from bot.store.deletion import delete_from, together
from bot.store.records import Deleted
from bot.store.tables import WHOSE, cards


class People:
    """Members and their data; *cards* first store what still waits, so nothing is missed."""

    def __init__(self, database: Database, cards: Cards) -> None:
        self._database = database
        self._cards = cards

    async def export(self, user_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return everything stored about a person, by kind, as JSON has it.

        Ids are texts, as with Discord: a browser would round such long numbers.
        """
        await self._cards.send_waiting()
        async with self._database.reading() as connection:
            return {
                table.name: await _rows(connection, table, whose, user_id)
                for table, whose in WHOSE.items()
            }

    async def delete(self, user_id: int) -> Deleted:
        """Delete everything stored about a person; whom their cards answered is forgotten."""
        await self._cards.send_waiting()
        async with self._database.deleting() as connection:
            parts = [
                await delete_from(connection, table, whose == user_id)
                for table, whose in WHOSE.items()
                if table is not cards
            ]
            return together([*parts, await _forget_asker(connection, user_id)])


async def _rows(
    connection: AsyncConnection, table: Table, whose: Column[int], user_id: int
) -> list[dict[str, Any]]:
    rows = await connection.execute(select(table).where(whose == user_id).order_by(table.c.at))
    return [
        {column.name: _as_json(column, value) for column, value in zip(table.c, row, strict=True)}
        for row in rows
    ]


def _as_json(column: Column[Any], value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(column.type, BigInteger) else value


async def _forget_asker(connection: AsyncConnection, user_id: int) -> Deleted:
    """Take away the message that was asked by, too: Discord would say who wrote it."""
    statement = (
        update(cards).where(cards.c.asker_id == user_id).values(asker_id=0, question_message_id=0)
    )
    return Deleted({cards.name: (await connection.execute(statement)).rowcount})
