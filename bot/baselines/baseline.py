"""What a baseline is, and the phrasings that each of them searches."""

from __future__ import annotations

from typing import Protocol

from bot.core.guards import ways_to_ask
from bot.core.model import Base, Entry, Kind, Target


class Baseline(Protocol):
    """Another way from a question to an entry."""

    def answer(self, question: str) -> tuple[Entry | None, float]:
        """Return the entry to answer with, ``None`` to decline, and the score of the match.

        Scores are the method's own: higher is nearer, and 0 where nothing matched.
        """
        ...


class Phrasings:
    """Every way to ask for anything in *base*, in its order: the *texts*, and whose they are."""

    def __init__(self, base: Base) -> None:
        targets: tuple[Target, ...] = (*base.entries, *base.small_talk)
        pairs = [(text, target) for target in targets for _, text in ways_to_ask(target)]
        self.texts = [text for text, _ in pairs]
        self._targets = [target for _, target in pairs]

    def entry(self, number: int) -> Entry | None:
        """Return the entry that phrasing *number* answers with; a decline and small talk have
        none."""
        target = self._targets[number]
        if isinstance(target, Entry) and target.kind is not Kind.NOT_COVERED:
            return target
        return None
