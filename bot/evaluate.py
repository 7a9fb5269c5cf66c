"""Questions and a base as figures: how often it is right, and how often it should be silent."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Answer, Base, Decision, Suggest
from bot.core.record import record
from bot.errors import QuestionsError
from bot.knowledge.questions import Question


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question, what was decided, and how long that took."""

    question: Question
    decision: Decision
    latency_ms: float

    @property
    def answered(self) -> bool:
        """Tell whether an answer was given, right or not."""
        return isinstance(self.decision, Answer)

    @property
    def right(self) -> bool:
        """Tell whether the answer given is a right one."""
        entries = self.decision.entries if isinstance(self.decision, Answer) else ()
        return any(self.question.accepts(entry) for entry in entries)

    @property
    def offered(self) -> bool:
        """Tell whether a right entry is the answer or among the suggestions."""
        match self.decision:
            case Suggest(entries):
                return any(self.question.accepts(entry) for entry in entries)
            case _:
                return self.right


@dataclass(frozen=True, slots=True)
class Share:
    """So many *part* of *whole*."""

    part: int
    whole: int

    def __str__(self) -> str:
        percent = f"{100 * self.part / self.whole:.1f} %" if self.whole else "-"
        return f"{percent} ({self.part}/{self.whole})"


def share(outcomes: Iterable[Outcome], test: Callable[[Outcome], bool]) -> Share:
    """Count those of *outcomes* for which *test* holds."""
    held = [test(outcome) for outcome in outcomes]
    return Share(sum(held), len(held))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: one style in one language. ``right`` or ``answered`` is empty (0 of 0)
    where the group holds no such question."""

    style: str
    lang: str
    right: Share
    offered: Share
    answered: Share


@dataclass(frozen=True, slots=True)
class Figures:
    """What an evaluation found. *accuracy* is over the answerable, *false_answers* over the
    unanswerable questions; *p50_ms* and *p99_ms* are the latency of one question."""

    accuracy: Share
    english_accuracy: Share
    offered: Share
    false_answers: Share
    rows: tuple[Row, ...]
    p50_ms: float
    p99_ms: float


def ask_all(index: Index, questions: Sequence[Question]) -> list[Outcome]:
    """Ask every question of *questions*, in order."""
    outcomes = []
    for question in questions:
        start = time.perf_counter()
        decision = decide(index, question.text)
        latency_ms = 1000 * (time.perf_counter() - start)
        outcomes.append(Outcome(question, decision, latency_ms))
    return outcomes


def write_records(path: Path, outcomes: Iterable[Outcome], base: Base) -> None:
    """Write one JSON object a line to *path*; raise `QuestionsError` where that fails."""
    lines = [
        json.dumps(
            record(each.question.id, each.decision, base, latency_ms=each.latency_ms),
            ensure_ascii=False,
        )
        for each in outcomes
    ]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise QuestionsError(
            f"{path} cannot be written ({error.strerror}): name another file"
        ) from None


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Sum up *outcomes*, of which there is at least one."""
    answerable = [each for each in outcomes if each.question.answerable]
    english = [each for each in answerable if each.question.lang == "en"]
    latencies = [each.latency_ms for each in outcomes]
    return Figures(
        accuracy=share(answerable, lambda each: each.right),
        english_accuracy=share(english, lambda each: each.right),
        offered=share(answerable, lambda each: each.offered),
        false_answers=share(_unanswerable(outcomes), lambda each: each.answered),
        rows=tuple(_rows(outcomes)),
        p50_ms=statistics.median(latencies),
        p99_ms=sorted(latencies)[int(0.99 * (len(latencies) - 1))],
    )


def _unanswerable(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [each for each in outcomes if not each.question.answerable]


def _rows(outcomes: Sequence[Outcome]) -> Iterable[Row]:
    groups: dict[tuple[bool, str, str], list[Outcome]] = {}
    for each in outcomes:
        key = (not each.question.answerable, each.question.lang, each.question.style)
        groups.setdefault(key, []).append(each)
    for (_, lang, style), group in groups.items():
        answerable = [each for each in group if each.question.answerable]
        yield Row(
            style,
            lang,
            right=share(answerable, lambda each: each.right),
            offered=share(answerable, lambda each: each.offered),
            answered=share(_unanswerable(group), lambda each: each.answered),
        )
