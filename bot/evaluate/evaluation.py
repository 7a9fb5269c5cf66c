"""All that one run finds out about a base: ours with and without a threshold, and others'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.baselines.baseline import Baseline
from bot.core.index import Index
from bot.errors import QuestionsError
from bot.evaluate.claim import Claim, claims
from bot.evaluate.compare import OURS, Trial, try_all
from bot.evaluate.outcome import Outcome, ask_all
from bot.evaluate.tradeoff import Curve, curve
from bot.knowledge.questions import Question


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of each question, what its best match claimed, and what each baseline did."""

    outcomes: tuple[Outcome, ...]
    claims: tuple[Claim, ...]
    trials: Mapping[str, Trial]


def evaluate(
    index: Index, questions: Sequence[Question], baselines: Mapping[str, Baseline]
) -> Evaluation:
    """Put *questions*, at least one, to *index* and to every one of *baselines*."""
    return Evaluation(
        outcomes=tuple(ask_all(index, questions)),
        claims=tuple(claims(index, questions)),
        trials=try_all(baselines, questions),
    )


def curves(found: Evaluation) -> list[Curve]:
    """Return our trade-off and then each baseline's.

    Raise `QuestionsError` where the questions are all answerable, or none is.
    """
    if len({claim.answerable for claim in found.claims}) == 1:
        raise QuestionsError(
            "The picture needs answerable and unanswerable questions: add the missing sort"
        )
    threshold = found.outcomes[0].decision.reasons.threshold
    return [
        curve(OURS, found.claims, threshold),
        *(curve(name, trial.claims, 0.0) for name, trial in found.trials.items()),
    ]
