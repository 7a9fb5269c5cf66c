"""What else a question may have meant: the entries that came near the one decided for."""

from __future__ import annotations

from bot.core.decide import NEAR, SUGGESTIONS
from bot.core.model import Decision, Entry, Kind
from bot.core.record import shown


def runners_up(decision: Decision) -> tuple[Entry, ...]:
    """Return at most three entries that answer something and are not shown, best first."""
    matches = decision.reasons.matches
    near = [each.target for each in matches if each.score >= NEAR * matches[0].score]
    return tuple(
        each
        for each in near
        if isinstance(each, Entry) and _answers(each) and each not in shown(decision)
    )[:SUGGESTIONS]


def _answers(entry: Entry) -> bool:
    return entry.kind is not Kind.NOT_COVERED
