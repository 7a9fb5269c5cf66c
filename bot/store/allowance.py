"""How much one person may send to the curators on a day."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.desk import MOST_A_DAY
from bot.store.database import insert_into
from bot.store.tables import sendings


async def allowed(connection: AsyncConnection, user_id: int, at: datetime) -> bool:
    """Count one more thing that a person sends, unless it is too much for that day, in UTC.

    It is one statement, so that processes that share a database never allow more together.
    """
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    first = insert_into(connection, sendings).values(user_id=user_id, at=day, number=1)
    one_more = first.on_conflict_do_update(
        index_elements=sendings.primary_key.columns,
        set_={"number": sendings.c.number + 1},
        where=sendings.c.number < MOST_A_DAY,
    )
    return (await connection.execute(one_more.returning(sendings.c.number))).first() is not None
