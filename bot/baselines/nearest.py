"""The nearest phrasing by sentence vectors, what a "semantic" bot does."""

from __future__ import annotations

from bot.baselines.baseline import Phrasings
from bot.core.model import Base, Entry
from bot.core.semantic import Encoder


class Nearest:
    """Takes the phrasing with the highest cosine to the question.

    There is no cutoff, as in the field: some phrasing is always nearest.
    """

    def __init__(self, base: Base, encoder: Encoder) -> None:
        self._phrasings = Phrasings(base)
        self._encoder = encoder
        self._vectors = encoder.learn(self._phrasings.texts)

    def answer(self, question: str) -> tuple[Entry | None, float]:
        """Return the entry of the nearest phrasing, the first of equals."""
        cosines = self._vectors @ self._encoder.encode([question])[0]
        best = int(cosines.argmax())
        return self._phrasings.entry(best), float(cosines[best])
