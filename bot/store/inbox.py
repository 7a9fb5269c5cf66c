"""What people send to the curators, until a curator has dealt with it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Generic, TypeVar

from sqlalchemy import Table, delete, insert, select

from bot.store.database import Database
from bot.store.records import Report, SentQuestion

Letter = TypeVar("Letter", bound=Report | SentQuestion)


@dataclass(frozen=True, slots=True)
class Filed(Generic[Letter]):
    """Something sent, under the number it was filed by."""

    id: int
    letter: Letter


class Inbox(Generic[Letter]):
    """One kind of what is sent; ``kind`` has the fields that *table* has beside ``id``."""

    def __init__(self, database: Database, table: Table, kind: type[Letter]) -> None:
        self._database = database
        self._table = table
        self._kind = kind

    async def add(self, letter: Letter) -> int:
        """Store *letter* and return the number that it is filed by."""
        statement = insert(self._table).values(asdict(letter)).returning(self._table.c.id)
        async with self._database.writing() as connection:
            number: int = (await connection.execute(statement)).scalar_one()
        return number

    async def open(self, limit: int) -> tuple[Filed[Letter], ...]:
        """Return at most *limit* that nobody has closed, oldest first."""
        statement = select(self._table).order_by(self._table.c.id).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        return tuple(
            Filed(row["id"], self._kind(**{k: v for k, v in row.items() if k != "id"}))
            for row in rows
        )

    async def close(self, number: int) -> bool:
        """Delete what is filed as *number*, since it was dealt with; tell whether it was open."""
        statement = delete(self._table).where(self._table.c.id == number)
        async with self._database.writing() as connection:
            return (await connection.execute(statement)).rowcount == 1
