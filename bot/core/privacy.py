"""What is stored about a person, for how long, and what never is, in a member's words."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.speech import Speech, marked

KINDS: Mapping[str, str] = {
    "votes": marked("Your votes on answers"),
    "reports": marked("Your reports that an answer is not right"),
    "questions": marked("Questions that you sent to the curators"),
    "sendings": marked("Days you wrote to the curators (to limit abuse)"),
    "cards": marked("Answers linked to you"),
}
"""What each kind of record is called, by the store's word for it."""


def stored_lines(
    counts: Mapping[str, int], retention_days: Mapping[str, int], speech: Speech
) -> tuple[str, ...]:
    """Return a line for each kind of record: how many there are, and how long one is kept."""
    return tuple(
        speech.say(
            "{kind}: {number}, kept for {days} days",
            kind=speech.say(KINDS[kind]),
            number=counts[kind],
            days=days,
        )
        for kind, days in retention_days.items()
    )


def deleted_lines(counts: Mapping[str, int], speech: Speech) -> tuple[str, ...]:
    """Return a line for each kind of record of which some were deleted."""
    return tuple(
        speech.say("{kind}: {number}", kind=speech.say(KINDS[kind]), number=number)
        for kind, number in counts.items()
        if number
    )
