"""A base made ready to answer, and what its golden questions come to, before it goes live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.index import Index
from bot.evaluate.gate import Score, score
from bot.evaluate.outcome import Outcome, ask_all
from bot.knowledge.questions import Question


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An index, and what came of each golden question of its base."""

    index: Index
    golden: tuple[Outcome, ...]

    @property
    def version(self) -> str:
        """The version of the base."""
        return self.index.base.version

    @property
    def score(self) -> Score:
        """The golden questions in figures."""
        return score(self.golden)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The golden questions."""
        return tuple(each.question for each in self.golden)


def rehearse(index: Index, questions: Sequence[Question]) -> Rehearsal:
    """Ask *index* the golden *questions* of its base, of which there may be none."""
    return Rehearsal(index, tuple(ask_all(index, questions)))
