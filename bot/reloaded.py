"""What came of reading the base again, and for whom it is news."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import assert_never

from bot.evaluate.confusion import Confusion
from bot.evaluate.gate import Score


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a base cannot be used, in a sentence; *source* is the id of that in which it lies."""

    sentence: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Swapped:
    """Another base answers from now on; *before* and *after* are what each comes to."""

    version: str
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The folder holds what answers already."""

    version: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The folder cannot be used; nothing was changed."""

    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Worse:
    """Golden questions would go wrong that do not now; nothing was changed."""

    questions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """The folder kept changing, as *reason* says; nothing was changed, the next look will."""

    reason: str


Refused = Broken | Worse | Unsettled
Reloaded = Swapped | Unchanged | Refused


def is_news(before: Reloaded, now: Reloaded) -> bool:
    """Tell whether *now* is worth saying after *before*: no refusal twice, but its end."""
    match now:
        case Swapped():
            return True
        case Unchanged():
            return isinstance(before, Refused)
        case Broken() | Worse() | Unsettled():
            return now != before
        case _:
            assert_never(now)


def within(outcome: Reloaded, used: Collection[str], version: str) -> Reloaded:
    """Return *outcome* as it concerns who uses these sources, while *version* answers.

    What only others are concerned by leaves the base as it was.
    """
    match outcome:
        case Broken(flaws):
            ours = tuple(each for each in flaws if not each.source or each.source in used)
            return Broken(ours) if ours else Unchanged(version)
        case Worse(questions):
            asked = tuple(each for each in questions if not each.source or each.source in used)
            return Worse(asked) if asked else Unchanged(version)
        case Swapped() | Unchanged() | Unsettled():
            return outcome
        case _:
            assert_never(outcome)
