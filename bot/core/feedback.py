"""What members say about an answer, and what they are told in return."""

from __future__ import annotations

from enum import StrEnum

from bot.core.model import Entry
from bot.core.notice import line
from bot.core.reply import Passage, Reply, Tone, shorten
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


def counted(speech: Speech) -> Reply:
    """Return the line for a vote that this answer helped."""
    return line(
        speech,
        speech.say("Counted as helpful, thank you. “Not right” changes it at any time."),
    )


def passed_on(speech: Speech) -> Reply:
    """Return the line for a report, which is a vote too."""
    return line(
        speech,
        speech.say(
            "Counted as not right and passed on to the curators, thank you. "
            "“Helpful” changes your vote at any time."
        ),
    )


def reported(entry: Entry, complaint: Complaint, text: str, speech: Speech) -> Reply:
    """Return the curators' card for a report; *text* is what the member added, if anything."""
    said = Passage(lead=speech.say(COMPLAINTS[complaint]), body=shorten(text, TEXT_LIMIT))
    heading = speech.say("A member says that this is not right")
    about = Passage(heading=heading, body=entry.wording(speech.lang).question)
    entry_id = Passage(lead=speech.say("Entry {id}", id=entry.id))
    return Reply(Tone.SUGGEST, speech.lang, (about, said, entry_id))
