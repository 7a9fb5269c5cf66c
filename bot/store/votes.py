"""Whether answers helped: one vote a person and entry."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import func, select

from bot.core.feedback import Tally
from bot.store.database import Database, put
from bot.store.records import Vote
from bot.store.tables import votes


class Votes:
    """The votes of all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cast(self, vote: Vote) -> None:
        """Store *vote* in place of the person's earlier vote on the entry, if there is one."""
        async with self._database.writing() as connection:
            await put(connection, votes, [asdict(vote)])

    async def tally(self, entry_id: str) -> Tally:
        """Count the people for and against an entry."""
        counts = select(
            func.count().filter(votes.c.helpful), func.count().filter(~votes.c.helpful)
        ).where(votes.c.entry_id == entry_id)
        async with self._database.reading() as connection:
            helpful, unhelpful = (await connection.execute(counts)).one()
        return Tally(helpful, unhelpful)
