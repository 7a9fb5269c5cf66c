"""The questions that went wrong: what was asked, what it reached, what it should have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from bot.core.model import (
    Answer,
    Cause,
    Chat,
    Decision,
    Decline,
    NotCovered,
    NothingFound,
    Suggest,
)
from bot.core.record import cites
from bot.evaluate.outcome import Outcome
from bot.knowledge.questions import Question

ASKED_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Confusion:
    """A question that went wrong. *asked* is one line, *confidence* runs from 0 to 1.

    *source* is the id of that which it is a golden question of, if it is.
    """

    id: str
    asked: str
    reached: str
    should: str
    confidence: float
    source: str = ""

    def __str__(self) -> str:
        return f"{self.id}: {self.asked} (reached {self.reached}; should have: {self.should})"


def confusions(outcomes: Iterable[Outcome], *, limit: int) -> list[Confusion]:
    """Return at most *limit* confusions, the most confident first: these mislead most.

    Wrong is what the headline figures count as wrong: an answerable question without a right
    answer (suggestions too), an unanswerable one with any.
    """
    wrong = [each for each in outcomes if not each.kept]
    wrong.sort(key=lambda each: -each.decision.confidence)
    return [confusion(each) for each in wrong[:limit]]


def confusion(outcome: Outcome) -> Confusion:
    """Return what came of one question in place of what should have."""
    return Confusion(
        id=outcome.question.id,
        asked=one_line(outcome.question.text),
        reached=reached(outcome.decision),
        should=_should(outcome.question),
        confidence=outcome.decision.confidence,
        source=outcome.question.source,
    )


def one_line(text: str) -> str:
    """Return *text* as a line that a table has room for."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= ASKED_LIMIT else line[: ASKED_LIMIT - 1].rstrip() + "…"


def reached(decision: Decision) -> str:
    """Return what *decision* shows, in a line for a curator."""
    match decision:
        case Answer():
            return " and ".join(
                f"{each.id} ({', '.join(cites(each))})" for each in decision.entries
            )
        case Suggest(entries):
            why = "a guard objects" if decision.reasons.objections else "unsure"
            return f"suggest, {why}: {', '.join(entry.id for entry in entries)}"
        case Decline(cause):
            return f"decline, {_cause(cause)}"
        case _:
            assert_never(decision)


def _cause(cause: Cause) -> str:
    match cause:
        case NotCovered(entry):
            return f"not covered: {entry.id}"
        case Chat(small_talk):
            return f"small talk: {small_talk.id}"
        case NothingFound():
            return "nothing found"
        case _:
            assert_never(cause)


def _should(question: Question) -> str:
    if not question.answerable:
        return "decline"
    return ", ".join([*sorted(question.reach), *sorted(question.gold, key=_place)])


def _place(key: str) -> tuple[int, str]:
    """Order p2 before p10, and both before caption and meta."""
    number = key.removeprefix("p")
    return (int(number), "") if number.isdecimal() else (1_000_000, key)
