"""The decisions behind the latest cards, so that each can be explained for a while."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.latest import Latest
from bot.core.model import Decision

LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Remembered:
    """Whom a card answers, and the decision behind it."""

    asker_id: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A card is too old, or from before a restart."""


class Recent:
    """The latest *limit* cards by message id; in memory only, as decisions hold questions."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._cards: Latest[int, Remembered | Forgotten] = Latest(limit)

    def add(self, message_id: int, card: Remembered) -> None:
        """Remember *card* as the latest; the oldest makes room for it."""
        self._cards.put(message_id, card)

    def of(self, message_id: int) -> Remembered | Forgotten:
        """Return what is behind the card that a message is."""
        return self._cards.get(message_id, Forgotten())

    def forget(self, asker_id: int) -> None:
        """Forget what a person asked."""
        self._cards.drop_where(
            lambda _, card: isinstance(card, Remembered) and card.asker_id == asker_id
        )
