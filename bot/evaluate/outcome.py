"""What came of each question that was asked."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.decide import DEFAULT, Policy, decide
from bot.core.index import Index
from bot.core.model import Answer, Base, Decision, Entry, Kind, Match
from bot.core.record import offered, record
from bot.knowledge.questions import Question


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question, what was decided and offered instead of an answer, and how long that took."""

    question: Question
    decision: Decision
    latency_ms: float
    choices: tuple[Entry, ...] = ()

    @property
    def answered(self) -> bool:
        """Tell whether an answer was given, right or not."""
        return isinstance(self.decision, Answer)

    @property
    def right(self) -> bool:
        """Tell whether the answer given, or a part of it, is a right one."""
        return isinstance(self.decision, Answer) and self._holds_a_right_one(self.decision.entries)

    @property
    def kept(self) -> bool:
        """Tell whether what was promised is kept: a right answer, or none where there is none."""
        return self.right if self.question.answerable else not self.answered

    @property
    def standing(self) -> float:
        """How much confidence speaks for what is right, from 0 to 1.

        That is the confidence in a right answer; where there is none to give, it is what the
        nearest answer lacks to certainty.
        """
        matches, confidence = self.decision.reasons.matches, self.decision.confidence
        if self.question.answerable:
            return confidence if self.right else _best(filter(self._is_right, matches))
        return 1 - (confidence if self.answered else _best(filter(_answers, matches)))

    @property
    def offered(self) -> bool:
        """Tell whether a right entry is the answer, or one press away from the asker."""
        return self.right or self._holds_a_right_one(self.choices)

    def _holds_a_right_one(self, entries: tuple[Entry, ...]) -> bool:
        return any(self.question.accepts(entry) for entry in entries)

    def _is_right(self, match: Match) -> bool:
        return isinstance(match.target, Entry) and self.question.accepts(match.target)


def _answers(match: Match) -> bool:
    return isinstance(match.target, Entry) and match.target.kind is not Kind.NOT_COVERED


def _best(matches: Iterable[Match]) -> float:
    return max((each.confidence for each in matches), default=0.0)


def ask_all(
    index: Index, questions: Sequence[Question], policy: Policy = DEFAULT
) -> list[Outcome]:
    """Ask every question of *questions*, in order."""
    outcomes = []
    for question in questions:
        start = time.perf_counter()
        decision = decide(index, question.text, policy)
        latency_ms = 1000 * (time.perf_counter() - start)
        choices = offered(decision, index.base)
        outcomes.append(Outcome(question, decision, latency_ms, choices))
    return outcomes


def write_records(path: Path, outcomes: Iterable[Outcome], base: Base) -> None:
    """Write one JSON object a line to *path*."""
    lines = [
        json.dumps(
            record(each.question.id, each.decision, base, latency_ms=each.latency_ms),
            ensure_ascii=False,
        )
        for each in outcomes
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
