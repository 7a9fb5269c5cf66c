"""What members report and send, as the curators see it: who deals with it, and what is said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.core.feedback import COMPLAINTS, TEXT_LIMIT, Complaint, Tally, standing
from bot.core.model import Base
from bot.core.notice import line
from bot.core.reply import Passage, Reply, Tone, shorten
from bot.core.sending import WORDS_LIMIT
from bot.core.server import ServerSettings
from bot.core.speech import Speech, marked

MOST_A_DAY = 10
"""How much one person may send to the curators on a day; a correction of a report is free."""


class Tray(StrEnum):
    """What kind of thing waits for a curator."""

    QUESTIONS = "questions"
    REPORTS = "reports"


class Deed(StrEnum):
    """How a curator has dealt with it."""

    ANSWERED = "answered"
    CLOSED = "close"
    CORRECTED = "corrected"
    SET_ASIDE = "set-aside"


DEEDS: Mapping[Tray, Mapping[Deed, str]] = {
    Tray.QUESTIONS: {Deed.ANSWERED: marked("Mark as answered"), Deed.CLOSED: marked("Close")},
    Tray.REPORTS: {Deed.CORRECTED: marked("Mark as corrected"), Deed.SET_ASIDE: marked("Close")},
}
"""What may be done with each kind (its button): none of it changes an answer."""

_DONE = {
    Deed.ANSWERED: marked("{name} has marked this question as answered."),
    Deed.CLOSED: marked("{name} has closed this question."),
    Deed.CORRECTED: marked("{name} has marked the answer to “{question}” as corrected."),
    Deed.SET_ASIDE: marked("{name} has closed a report on “{question}”."),
}


def tray_of(deed: Deed) -> Tray:
    """Return the kind to which *deed* is done."""
    return next(tray for tray, deeds in DEEDS.items() if deed in deeds)


def is_curator(settings: ServerSettings, role_ids: Collection[int], *, manages: bool) -> bool:
    """Tell whether a member may deal with what was sent: by their role, or as a moderator."""
    return manages or settings.curator_role in role_ids


def too_many(at: datetime, speech: Speech) -> str:
    """Return the line, as Markdown, for who has sent as much as one may on the day of *at*."""
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = int((day + timedelta(days=1)).timestamp())
    return speech.say(
        "Nothing was sent: one person may send at most {number} messages a day. "
        "You can send more {when}.",
        number=MOST_A_DAY,
        when=f"<t:{tomorrow}:R>",
    )


def asked(words: str, nearest_id: str, base: Base, speech: Speech) -> Reply:
    """Return the curators' card for a question; it does not say whose it is."""
    passages = [Passage(lead=speech.say("A member asks, and I found no answer"), body=words)]
    if nearest_id in base.by_id:
        question = question_of(nearest_id, base, speech)
        passages.append(Passage(lead=speech.say("Nearest: {question}", question=question)))
    return Reply(Tone.SUGGEST, speech.lang, tuple(passages))


@dataclass(frozen=True, slots=True)
class Said:
    """What a member says of an entry: what is wrong, and what they had asked and added."""

    reason: str
    question: str
    text: str


def reported(entry_id: str, said: Said, tally: Tally, base: Base, speech: Speech) -> Reply:
    """Return the curators' card for a report."""
    heading = speech.say("A member says that this is not right")
    passages = [
        Passage(heading=heading, body=question_of(entry_id, base, speech)),
        Passage(lead=complaint(said.reason, speech), body=shorten(said.text, TEXT_LIMIT)),
    ]
    if said.question:
        asked = shorten(said.question, WORDS_LIMIT)
        passages.append(Passage(lead=speech.say("They had asked"), body=asked))
    passages += [
        Passage(lead=standing(tally, speech)),
        Passage(lead=speech.say("Entry {id}", id=entry_id)),
    ]
    return Reply(Tone.SUGGEST, speech.lang, tuple(passages))


def complaint(reason: str, speech: Speech) -> str:
    """Return what is wrong, in words."""
    return speech.say(COMPLAINTS[Complaint(reason)])


def question_of(entry_id: str, base: Base, speech: Speech) -> str:
    """Return the question of an entry, or its id if it has been taken out of *base*."""
    entry = base.by_id.get(entry_id)
    return entry.wording(speech.lang).question if entry else entry_id


def dealt_with(deed: Deed, by: str, question: str, speech: Speech) -> str:
    """Return what is left of a card: a member's words are deleted, here as in the store.

    *question* is that of the entry that was reported.
    """
    return speech.say(_DONE[deed], name=by, question=question)


def not_open(speech: Speech) -> Reply:
    """Return the line for what somebody else has dealt with, or what nobody needs to."""
    return line(
        speech, speech.say("This is no longer open: it was dealt with, taken back or too old.")
    )
