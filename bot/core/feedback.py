"""What members say about an answer, and what they are told in return."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.notice import line
from bot.core.reply import Choice, Reply
from bot.core.speech import Speech, marked

TEXT_LIMIT = 500


class Complaint(StrEnum):
    """What can be wrong with an answer."""

    FALSE = "false"
    PASSAGE = "passage"
    BESIDE = "beside"
    UNCLEAR = "unclear"
    OTHER = "other"


COMPLAINTS = {
    Complaint.FALSE: marked("It says something that is not true"),
    Complaint.PASSAGE: marked("The passage does not say this"),
    Complaint.BESIDE: marked("It answers another question"),
    Complaint.UNCLEAR: marked("It is hard to understand"),
    Complaint.OTHER: marked("Something else"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people an entry helped, and how many it did not, in all servers."""

    helpful: int
    unhelpful: int


def standing(tally: Tally, speech: Speech) -> str:
    """Return where the votes on an answer stand."""
    helpful = speech.plural(
        "Helpful to {number} person", "Helpful to {number} people", tally.helpful
    )
    unhelpful = speech.plural(
        "not right for {number} person", "not right for {number} people", tally.unhelpful
    )
    return f"{helpful} · {unhelpful}"


def counted(speech: Speech) -> Reply:
    """Return the line for a vote that this answer helped."""
    return line(
        speech,
        speech.say("Counted as helpful, thank you. “Not right” changes it at any time."),
    )


def meant(said: Reply, near: tuple[Choice, ...], speech: Speech) -> Reply:
    """Return *said* with what is *near*, for whoever was answered another question."""
    prompt = speech.plural("Did you mean this?", "Did you mean one of these?", len(near))
    return replace(said, prompt=prompt if near else "", choices=near)
