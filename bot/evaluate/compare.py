"""The same questions put to the baselines, beside our own figures."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.baselines.baseline import Baseline
from bot.evaluate.claim import Claim
from bot.evaluate.summary import Figures, Share
from bot.knowledge.questions import Question

OURS = "footnote"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a baseline made of the questions, in order, at its own cutoff."""

    claims: tuple[Claim, ...]
    p50_ms: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the comparison. *slowdown* is the latency as a multiple of ours."""

    name: str
    accuracy: Share
    false_answers: Share
    p50_ms: float
    slowdown: float


def try_all(baselines: Mapping[str, Baseline], questions: Sequence[Question]) -> dict[str, Trial]:
    """Put every question to every baseline, one baseline after the other."""
    return {name: _try(baseline, questions) for name, baseline in baselines.items()}


def standings(ours: Figures, trials: Mapping[str, Trial]) -> list[Standing]:
    """Return our own line first, then one for each baseline, in the order of *trials*."""
    return [
        Standing(OURS, ours.accuracy, ours.false_answers, ours.p50_ms, 1.0),
        *(_standing(name, trial, ours.p50_ms) for name, trial in trials.items()),
    ]


def _try(baseline: Baseline, questions: Sequence[Question]) -> Trial:
    claims, latencies_ms = [], []
    for question in questions:
        start = time.perf_counter()
        entry, score = baseline.answer(question.text)
        latencies_ms.append(1000 * (time.perf_counter() - start))
        answers = entry is not None
        right = question.accepts(entry) if entry else not question.answerable
        claims.append(Claim(question.answerable, score, right, answers))
    return Trial(tuple(claims), statistics.median(latencies_ms))


def _standing(name: str, trial: Trial, our_p50_ms: float) -> Standing:
    answerable = [claim for claim in trial.claims if claim.answerable]
    unanswerable = [claim for claim in trial.claims if not claim.answerable]
    return Standing(
        name,
        Share(sum(claim.answers and claim.right for claim in answerable), len(answerable)),
        Share(sum(claim.answers for claim in unanswerable), len(unanswerable)),
        trial.p50_ms,
        trial.p50_ms / our_p50_ms,
    )
