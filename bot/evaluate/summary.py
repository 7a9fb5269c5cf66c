"""The headline figures, and a row of them for each style and language."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.evaluate.outcome import Outcome

NEAR_TOPIC = "neartopic"
"""The style of questions that are on the article's topic and beyond what it says."""


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
    unanswerable questions, *near_topic* over the hardest of these, if there are any (else 0 of
    0); *p50_ms* and *p99_ms* are the latency of one question."""

    accuracy: Share
    english_accuracy: Share
    offered: Share
    false_answers: Share
    near_topic: Share
    rows: tuple[Row, ...]
    p50_ms: float
    p99_ms: float


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Sum up *outcomes*, of which there is at least one."""
    answerable = [each for each in outcomes if each.question.answerable]
    english = [each for each in answerable if each.question.lang == "en"]
    unanswerable = _unanswerable(outcomes)
    near_topic = [each for each in unanswerable if each.question.style == NEAR_TOPIC]
    latencies = [each.latency_ms for each in outcomes]
    return Figures(
        accuracy=share(answerable, lambda each: each.right),
        english_accuracy=share(english, lambda each: each.right),
        offered=share(answerable, lambda each: each.offered),
        false_answers=share(unanswerable, lambda each: each.answered),
        near_topic=share(near_topic, lambda each: each.answered),
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
