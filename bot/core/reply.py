"""A decision as a reply: plain data inside Discord's limits, whatever the base holds.

Discord allows 4,000 characters of text in a message and 80 on a button. A heading and a body at
their longest stay under half of that, even with a backslash before every character.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from bot.core.forms import lead
from bot.core.language import ONLY_IN_ENGLISH
from bot.core.model import (
    Answer,
    Base,
    Chat,
    Citation,
    Decision,
    Decline,
    Entry,
    Form,
    Kind,
    NotCovered,
    NothingFound,
    Suggest,
)
from bot.core.speech import ENGLISH, Speech
from bot.core.together import places, together

LABEL_LIMIT = 80
CHOICE_LIMIT = 3
URL_LIMIT = 260
NAME_LIMIT = 100
HEADING_LIMIT = 100
BODY_LIMIT = 600


class Tone(StrEnum):
    """Which of the four cards a reply is."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    DECLINE = "decline"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Footnote:
    """One numbered note: *place* in *section* of *source*; *url* opens the passage itself.

    Without *url* there is nothing to open. *source* is publisher and date. *section* is empty
    where the place belongs to none.
    """

    number: int
    source: str
    section: str
    place: str
    url: str

    @property
    def label(self) -> str:
        """Source, section and place as one line."""
        return " · ".join(filter(None, (self.source, self.section, self.place)))


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that a press on a button answers."""

    label: str
    entry_id: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a card, any part of it may be empty; *notes* are the numbers it rests on.

    The body is a link if there is a *url*. *remark* is about the text, in the asker's language;
    *details* are lines of small print under it.
    """

    heading: str = ""
    lead: str = ""
    body: str = ""
    url: str = ""
    remark: str = ""
    details: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Unasked:
    """No question was put to the base: a card that tells how to ask, or what went wrong."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """The card shows no answer, but points to those of *entry_ids*: where they stand, or rest."""

    entry_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A card as plain data: at least one passage; *prompt* introduces *choices*.

    An answer without choices has *related* ones, which can wait; *prompt* is then for those.
    *decision* is what the card shows, or what it has to do with a question.
    """

    tone: Tone
    lang: str
    passages: tuple[Passage, ...]
    footnotes: tuple[Footnote, ...] = ()
    prompt: str = ""
    choices: tuple[Choice, ...] = ()
    related: tuple[Choice, ...] = ()
    decision: Decision | Pointing | Unasked = Unasked()

    @property
    def heading(self) -> str:
        """The heading of the first passage."""
        return self.passages[0].heading

    @property
    def lead(self) -> str:
        """The lead of the first passage."""
        return self.passages[0].lead

    @property
    def body(self) -> str:
        """All texts, one after the other."""
        return "\n\n".join(passage.body for passage in self.passages)


def reply(decision: Decision, base: Base, speech: Speech = ENGLISH) -> Reply:
    """Return the card for *decision*; related entries are looked up in *base*.

    *speech* says what is not the base's own: it should be that of the decision's language.
    """
    match decision:
        case Answer():
            return _answer(decision, base, speech)
        case Suggest():
            return replace(_suggest(decision, speech), decision=decision)
        case Decline():
            return replace(_decline(decision, base, speech), decision=decision)
        case _:
            assert_never(decision)


def _suggest(decision: Suggest, speech: Speech) -> Reply:
    heading = speech.plural(
        "Did you mean this?", "Did you mean one of these?", len(decision.entries)
    )
    offered = choices(decision.entries, decision.lang)
    return Reply(Tone.SUGGEST, decision.lang, (Passage(heading),), choices=offered)


def _answer(decision: Answer, base: Base, speech: Speech) -> Reply:
    """Return the card of the answers that fit on it uncut; what else was asked is a button."""
    lang = decision.lang
    shown, rest = together(decision.entries, lang)
    card = replace(
        _card(Tone.ANSWER, shown, lang, base, speech),
        decision=replace(decision, also=shown[1:]),
    )
    if rest:
        return replace(card, prompt=speech.say("You also asked"), choices=choices(rest, lang))
    related = choices(_others(_related(decision.entry, base), shown), lang)
    return replace(card, prompt=speech.say("Related") if related else "", related=related)


def _decline(decision: Decline, base: Base, speech: Speech) -> Reply:
    match decision.cause:
        case NotCovered(entry):
            near = _answered(_related(entry, base)) or decision.near
            offered = choices(_others(near, (entry,)), decision.lang)
            return replace(
                _card(Tone.DECLINE, (entry,), decision.lang, base, speech),
                prompt=speech.say("What it does say") if offered else "",
                choices=offered,
            )
        case Chat(small_talk):
            said = Passage(body=shorten(small_talk.reply, BODY_LIMIT))
            return Reply(Tone.CHAT, decision.lang, (said,))
        case NothingFound():
            passage = Passage(
                heading=speech.say("I found no answer to that"),
                body=speech.say("My sources do not seem to answer this, and I do not guess."),
            )
            return Reply(
                Tone.DECLINE,
                decision.lang,
                (passage,),
                prompt=speech.say("Nearest that I can answer") if decision.near else "",
                choices=choices(decision.near, decision.lang),
            )
        case _:
            assert_never(decision.cause)


def _card(tone: Tone, entries: tuple[Entry, ...], lang: str, base: Base, speech: Speech) -> Reply:
    notes = footnotes(places(entries), speech)
    numbers = {cite: note.number for cite, note in zip(places(entries), notes, strict=True)}
    return Reply(
        tone,
        entries[0].wording(lang).lang,
        passages=tuple(
            _passage(entry, base.source_of(entry).form, lang, numbers, speech) for entry in entries
        ),
        footnotes=notes,
    )


def _passage(
    entry: Entry, form: Form, lang: str, numbers: Mapping[Citation, int], speech: Speech
) -> Passage:
    wording = entry.wording(lang)
    return Passage(
        heading=shorten(wording.question, HEADING_LIMIT),
        lead=speech.say(lead(form, entry.kind)),
        body=shorten(wording.answer, BODY_LIMIT),
        remark=ONLY_IN_ENGLISH.get(lang, "") if wording.lang != lang else "",
        notes=tuple(sorted(numbers[cite] for cite in places((entry,)))),
    )


def choices(entries: tuple[Entry, ...], lang: str) -> tuple[Choice, ...]:
    """Return the first ``CHOICE_LIMIT`` of *entries*, labelled in *lang* where they have it."""
    return tuple(
        Choice(shorten(entry.wording(lang).question, LABEL_LIMIT), entry.id)
        for entry in entries[:CHOICE_LIMIT]
    )


def footnotes(cites: tuple[Citation, ...], speech: Speech = ENGLISH) -> tuple[Footnote, ...]:
    """Number the citations from 1; a link over ``URL_LIMIT`` loses its text fragment."""
    return tuple(
        Footnote(
            number,
            source=shorten(f"{cite.publisher} · {speech.day(cite.published)}", NAME_LIMIT),
            section=shorten(cite.section.title_in(speech.lang), NAME_LIMIT),
            place=place(cite.key, speech),
            url=_short_url(cite.url),
        )
        for number, cite in enumerate(cites, start=1)
    )


def place(key: str, speech: Speech = ENGLISH) -> str:
    """Return a citation key in words: ``p5`` is "Paragraph 5"."""
    match key:
        case "meta":
            return speech.say("Title and byline")
        case "caption":
            return speech.say("Photo caption")
        case _:
            return speech.say("Paragraph {number}", number=key.removeprefix("p"))


def shorten(text: str, limit: int) -> str:
    """Cut *text* at a word so that it has at most *limit* characters, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:") + "…"


def _related(entry: Entry, base: Base) -> tuple[Entry, ...]:
    return tuple(base.by_id[id_] for id_ in dict.fromkeys(entry.related) if id_ in base.by_id)


def _others(entries: tuple[Entry, ...], shown: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry not in shown)


def _answered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind is not Kind.NOT_COVERED)


def _short_url(url: str) -> str:
    url = url.replace("(", "%28").replace(")", "%29")
    return url if len(url) <= URL_LIMIT else url.split("#", 1)[0]
