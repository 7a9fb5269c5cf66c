"""What the best match of a question claims, and whether that is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.core.decide import Policy
from bot.core.index import Index
from bot.core.model import Answer, Decline, Entry, Suggest
from bot.evaluate.outcome import Outcome, ask_all
from bot.knowledge.questions import Question

UNGATED = Policy(answer=0.0, suggest=0.0)
"""The guards as they are, and no threshold."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The best match of a question, whatever threshold it would have to pass.

    *confidence* runs from 0 to 1; a baseline has its own scale. *right* tells whether the match
    is: for an unanswerable question, a curated decline, small talk or none at all. *answers*
    tells whether only a threshold could hold it back from being given as the answer.
    """

    answerable: bool
    confidence: float
    right: bool
    answers: bool


def claims(index: Index, questions: Sequence[Question]) -> list[Claim]:
    """Ask every question of *questions* without a threshold, in order."""
    return [
        Claim(
            answerable=each.question.answerable,
            confidence=each.decision.confidence,
            right=_right(each),
            answers=each.answered,
        )
        for each in ask_all(index, questions, UNGATED)
    ]


def _right(outcome: Outcome) -> bool:
    match outcome.decision:
        case Answer():
            return outcome.right
        case Suggest(reasons=reasons):
            best = reasons.matches[0].target
            return isinstance(best, Entry) and outcome.question.accepts(best)
        case Decline():
            return not outcome.question.answerable
        case _:
            assert_never(outcome.decision)
