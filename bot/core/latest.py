"""The latest values by key: memory that stays bounded whatever people do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

LIMIT = 10_000


class Latest(Generic[Key, Value]):
    """At most *limit* values; the one that was put longest ago makes room for a new one."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._values: dict[Key, Value] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._values

    def put(self, key: Key, value: Value) -> None:
        """Keep *value* as the latest."""
        self._values.pop(key, None)
        self._values[key] = value
        if len(self._values) > self._limit:
            del self._values[next(iter(self._values))]

    def get(self, key: Key, default: Value) -> Value:
        """Return the value of *key*, or *default*."""
        return self._values.get(key, default)

    def drop(self, key: Key) -> None:
        """Forget *key*, if it is known."""
        self._values.pop(key, None)

    def drop_where(self, holds: Callable[[Key, Value], bool]) -> None:
        """Forget each key for which *holds* is true, told it and its value."""
        self._values = {key: value for key, value in self._values.items() if not holds(key, value)}
