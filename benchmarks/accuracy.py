"""How often the first match is right, and how well its score tells what the base lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.data import Clinc, Question, every, sample
from benchmarks.encoders import Remembered
from benchmarks.matchers import Contender, Matcher, available
from benchmarks.measures import auroc
from benchmarks.typos import mistyped
from bot.core.semantic import Encoder

ALL_PHRASINGS = 100
SLOW_STEP = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure: phrasings an entry, the seeds of the draws, every how many-th
    question (slow contenders take ``SLOW_STEP`` times fewer)."""

    counts: Sequence[int] = (5, 10, ALL_PHRASINGS)
    seeds: Sequence[int] = (1, 2, 3)
    step: int = 1


QUICK = Plan(counts=(5,), seeds=(1,), step=10)


@dataclass(frozen=True, slots=True)
class Result:
    """Figures of one contender at *count* phrasings an entry, from 0 to 1.

    *accuracy* is the share of in-scope questions whose first match is right, nothing declined.
    The areas tell in scope from out of scope.
    """

    name: str
    count: int
    typos: bool
    questions: int
    accuracy: float
    by_score: float
    by_confidence: float


def measure(clinc: Clinc, encoder: Encoder | None, plan: Plan) -> Iterable[Result]:
    """Yield the figures of every contender, the mean over the seeds."""
    remembered = Remembered(encoder) if encoder else None
    for count in plan.counts:
        seeds = plan.seeds if count < ALL_PHRASINGS else plan.seeds[:1]
        draws = [sample(clinc.phrasings, count, seed) for seed in seeds]
        for contender in available(remembered):
            questions = asked(clinc, contender, plan)
            matchers = [contender.make(draw, remembered) for draw in draws]
            for typos in (False, True):
                texts = mistyped(questions) if typos else questions
                results = [judge(matcher, texts) for matcher in matchers]
                columns = [mean(column) for column in zip(*results, strict=True)]
                yield Result(contender.name, count, typos, len(questions), *columns)


def asked(clinc: Clinc, contender: Contender, plan: Plan) -> tuple[Question, ...]:
    """Return the questions for *contender*, all out-of-scope ones among them."""
    return every(clinc.questions, plan.step * (SLOW_STEP if contender.slow else 1))


def judge(matcher: Matcher, questions: Sequence[Question]) -> tuple[float, float, float]:
    """Return the accuracy, and the area by score and by confidence; both sorts must be there."""
    found = [(each.entry, matcher.match(each.text)) for each in questions]
    inside = [(entry, each) for entry, each in found if entry]
    outside = [each for entry, each in found if not entry]
    return (
        mean(each.entry == entry for entry, each in inside),
        auroc([each.score for _, each in inside], [each.score for each in outside]),
        auroc([each.confidence for _, each in inside], [each.confidence for each in outside]),
    )
