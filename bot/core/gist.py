"""The gist of a decision, for a button to carry: what explains it after a restart.

It holds no word of the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.core.guards import ways_to_ask
from bot.core.model import (
    Answer,
    Decision,
    Decline,
    Entry,
    Match,
    NotCovered,
    Suggest,
)

PATTERN = r"[0-9a-z]+:(?:picked|nothing:\d+|(?:answer|suggest|decline):[a-z0-9-]+:\d+:\d+:\d+)"
"""What `written` returns, as a regular expression."""


class Verdict(StrEnum):
    """What became of a question that came near an entry."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Matched:
    """A question came near a phrasing, by number, of an entry; confidence is in percent."""

    base_version: str
    verdict: Verdict
    entry_id: str
    phrasing: int
    confidence: int
    threshold: int


@dataclass(frozen=True, slots=True)
class Picked:
    """A person picked the entry from a list, and nothing was compared."""

    base_version: str


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A question came near no entry; an answer needs a confidence of *threshold* percent."""

    base_version: str
    threshold: int


Gist = Matched | Picked | Unmatched


def gist(decision: Decision) -> Gist:
    """Return what is worth keeping of *decision*."""
    reasons = decision.reasons
    threshold = round(100 * reasons.threshold)
    if is_picked(decision):
        return Picked(reasons.base_version)
    for entry, match in nearest(decision):
        phrasing = [text for _, text in ways_to_ask(entry)].index(match.phrasing)
        confidence = round(100 * match.confidence)
        return Matched(
            reasons.base_version, _verdict(decision), entry.id, phrasing, confidence, threshold
        )
    return Unmatched(reasons.base_version, threshold)


def is_picked(decision: Decision) -> bool:
    """Tell whether the entry of *decision* was picked rather than found."""
    entry_is_shown = isinstance(decision, Answer) or (
        isinstance(decision, Decline) and isinstance(decision.cause, NotCovered)
    )
    return entry_is_shown and not decision.reasons.matches


def nearest(decision: Decision) -> tuple[tuple[Entry, Match], ...]:
    """Return the entry that *decision* is about, or else the best match; none if none matched."""
    found = [(m.target, m) for m in decision.reasons.matches if isinstance(m.target, Entry)]
    match decision:
        case Answer(wanted) | Decline(NotCovered(wanted)):
            found = [(entry, match) for entry, match in found if entry == wanted]
        case _:
            pass
    return tuple(found[:1])


def _verdict(decision: Decision) -> Verdict:
    match decision:
        case Answer() | Decline(NotCovered()):
            return Verdict.ANSWER
        case Suggest():
            return Verdict.SUGGEST
        case Decline():
            return Verdict.DECLINE
        case _:
            assert_never(decision)


def written(gist: Gist) -> str:
    """Return *gist* as at most 80 characters, given a version of 12 and an id of 48."""
    match gist:
        case Picked(version):
            return f"{version}:picked"
        case Unmatched(version, threshold):
            return f"{version}:nothing:{threshold}"
        case Matched(version, verdict, entry_id, phrasing, confidence, threshold):
            return f"{version}:{verdict}:{entry_id}:{phrasing}:{confidence}:{threshold}"
        case _:
            assert_never(gist)


def read(text: str) -> Gist:
    """Return the gist that was *written*; raise `ValueError` for another text."""
    match text.split(":"):
        case [version, "picked"]:
            return Picked(version)
        case [version, "nothing", threshold]:
            return Unmatched(version, int(threshold))
        case [version, verdict, entry_id, *numbers]:
            phrasing, confidence, threshold_ = map(int, numbers)
            return Matched(version, Verdict(verdict), entry_id, phrasing, confidence, threshold_)
        case _:
            raise ValueError(f"no gist: {text}")
