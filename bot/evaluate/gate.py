"""The gate that a change of the base passes: what was answered well before still is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.evaluate.outcome import Outcome
from bot.evaluate.summary import Share, share
from bot.knowledge.questions import Question

LOST = 0.2
"""What loses less confidence stood on an edge, over which any phrasing anywhere may tip it
(docs/matching.md)."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many golden questions get a right answer, and how many get one they should not."""

    accuracy: Share
    false_answers: Share

    def __str__(self) -> str:
        return f"accuracy {self.accuracy}, false answers {self.false_answers}"


def score(outcomes: Sequence[Outcome]) -> Score:
    """Sum up *outcomes*, of which there may be none."""
    return Score(
        accuracy=share((o for o in outcomes if o.question.answerable), lambda o: o.right),
        false_answers=share(
            (o for o in outcomes if not o.question.answerable), lambda o: o.answered
        ),
    )


def key(question: Question) -> str:
    """Return what tells a question from others: its text and what is right, not its id."""
    told = "\n".join([question.text, *sorted(question.reach), "", *sorted(question.gold)])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def standings(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Return the standing of each question that was kept, by its key."""
    return {key(each.question): each.standing for each in outcomes if each.kept}


def worse(before: Mapping[str, float], after: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return what a change made worse: kept *before*, and lost *after*, though it may not fail.

    What is right has to lose confidence too: a question that stood on an edge tips over with any
    change, and says nothing of this one. A question that was taken out, or whose text or entries
    changed, has no before.
    """
    return tuple(
        each
        for each in after
        if not each.kept
        and not each.question.may_fail
        and key(each.question) in before
        and before[key(each.question)] - each.standing >= LOST
    )
