"""Column types that mean the same in SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator

# SQLite numbers rows by itself only in a column that is INTEGER by name; it holds 64 bits too.
ROW_ID = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware time, kept and returned in UTC; SQLite would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Typed(TypeDecorator[str]):
    """Text that a person typed; what no database takes (NUL, half a surrogate) is left out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value and value.encode(errors="ignore").decode().replace("\0", "")


class Ids(TypeDecorator[tuple[Any, ...]]):
    """A tuple of ids, of Discord's or of the base's, as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_result_value(
        self, value: list[Any] | None, dialect: Dialect
    ) -> tuple[Any, ...] | None:
        return None if value is None else tuple(value)
