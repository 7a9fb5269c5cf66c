"""rapidfuzz's ``extractOne`` over all phrasings: what most FAQ bots in Python do."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz import process, utils

from bot.baselines.baseline import Phrasings
from bot.core.model import Base, Entry

CUTOFF = 80.0


class Fuzzy:
    """Takes the best phrasing by *scorer*, from a score of ``CUTOFF`` (of 100) on.

    Letter case and punctuation do not count; those of the phrasings are taken out beforehand.
    """

    def __init__(self, base: Base, scorer: Callable[..., float]) -> None:
        self._phrasings = Phrasings(base)
        self._choices = [utils.default_process(text) for text in self._phrasings.texts]
        self._scorer = scorer

    def answer(self, question: str) -> tuple[Entry | None, float]:
        """Return the entry of the best phrasing, if it reaches the cutoff."""
        found = process.extractOne(
            utils.default_process(question),
            self._choices,
            scorer=self._scorer,
            score_cutoff=CUTOFF,
        )
        if found is None:
            return None, 0.0
        _, score, number = found
        return self._phrasings.entry(number), score
