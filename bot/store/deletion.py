"""Rows deleted, and where their words still stand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.records import CuratorsCard, Deleted
from bot.store.tables import LETTERS


async def delete_from(
    connection: AsyncConnection, table: Table, which: ColumnElement[bool]
) -> Deleted:
    """Delete the rows of *table* for which *which* holds."""
    statement = delete(table).where(which)
    if table not in LETTERS:
        return Deleted({table.name: (await connection.execute(statement)).rowcount})
    place = (table.c.guild_id, table.c.channel_id, table.c.message_id)
    gone = [CuratorsCard(*row) for row in await connection.execute(statement.returning(*place))]
    return Deleted({table.name: len(gone)}, tuple(card for card in gone if card.message_id))


def together(parts: Sequence[Deleted]) -> Deleted:
    """Return as one what was deleted from several tables."""
    counts = {kind: number for part in parts for kind, number in part.counts.items()}
    return Deleted(counts, tuple(card for part in parts for card in part.shown))
