"""A decision as a reply: plain data inside Discord's limits, whatever the base holds.

Discord allows 4,000 characters of text in a message and 80 on a button. A heading and a body at
their longest stay under half of that, even with a backslash before every character.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from bot.core.model import (
    Answer,
    Base,
    Chat,
    Citation,
    Decision,
    Decline,
    Entry,
    Kind,
    NotCovered,
    NothingFound,
    Suggest,
)

LABEL_LIMIT = 80
CHOICE_LIMIT = 3
URL_LIMIT = 260
FOOTNOTE_LIMIT = 5
NAME_LIMIT = 100
HEADING_LIMIT = 100
BODY_LIMIT = 600

LEADS = {
    Kind.REPORTED: "The article reports",
    Kind.ARGUED: "The author argues",
    Kind.FORECAST: "The author expects",
    Kind.BACKGROUND: "Background from the article",
    Kind.NOT_COVERED: "The article does not say",
}

EXAMPLE_KINDS = (Kind.REPORTED, Kind.ARGUED, Kind.FORECAST)


class Tone(StrEnum):
    """Which of the four cards a reply is."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    DECLINE = "decline"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Footnote:
    """One numbered note: *place* in *section* of *source*; *url* opens the passage itself.

    *source* is publisher and date. *section* is empty where the place belongs to none.
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
class Reply:
    """A card as plain data. Texts may be empty; *prompt* introduces *choices*."""

    tone: Tone
    lang: str
    heading: str
    lead: str
    body: str
    footnotes: tuple[Footnote, ...]
    prompt: str
    choices: tuple[Choice, ...]


def reply(decision: Decision, base: Base) -> Reply:
    """Return the card for *decision*; related entries are looked up in *base*."""
    match decision:
        case Answer():
            return _answer(decision, base)
        case Suggest():
            return _suggest(decision)
        case Decline():
            return _decline(decision, base)
        case _:
            assert_never(decision)


def how_to_ask(base: Base) -> Reply:
    """Return the card for someone who addressed the bot without a question."""
    examples = tuple(filter(None, (_first(base, kind) for kind in EXAMPLE_KINDS)))
    return _line(
        "Ask me a question about the article: type it after my name, or use /ask.",
        prompt="For example" if examples else "",
        choices=_choices(examples, "en"),
    )


def unreadable() -> Reply:
    """Return the card for a message that Discord did not let the bot read."""
    return _line("I can only read messages that mention me: put my name in it, or use /ask.")


def gone() -> Reply:
    """Return the card for a button whose entry is no longer in the base."""
    return _line("That question has been taken out of my sources since; please ask again.")


def apology(reference: str) -> Reply:
    """Return the card for an error of ours; *reference* finds it in the log."""
    return _line(f"Something went wrong on my side. If it keeps happening, quote {reference}.")


def _first(base: Base, kind: Kind) -> Entry | None:
    return next((entry for entry in base.entries if entry.kind is kind), None)


def _line(body: str, prompt: str = "", choices: tuple[Choice, ...] = ()) -> Reply:
    return Reply(Tone.CHAT, "en", "", "", body, (), prompt, choices)


def _suggest(decision: Suggest) -> Reply:
    one = len(decision.entries) == 1
    return Reply(
        Tone.SUGGEST,
        decision.lang,
        heading="Did you mean this?" if one else "Did you mean one of these?",
        lead="",
        body="",
        footnotes=(),
        prompt="",
        choices=_choices(decision.entries, decision.lang),
    )


def _answer(decision: Answer, base: Base) -> Reply:
    entry = decision.entry
    return _card(Tone.ANSWER, entry, decision.lang, "Related", _related(entry, base))


def _decline(decision: Decline, base: Base) -> Reply:
    match decision.cause:
        case NotCovered(entry):
            near = _answered(_related(entry, base)) or decision.near
            return _card(Tone.DECLINE, entry, decision.lang, "What it does say", near)
        case Chat(small_talk):
            return Reply(Tone.CHAT, decision.lang, "", "", small_talk.reply, (), "", ())
        case NothingFound():
            return Reply(
                Tone.DECLINE,
                decision.lang,
                heading="I found no answer to that",
                lead="",
                body="The article does not seem to answer this, and I do not guess.",
                footnotes=(),
                prompt="Nearest that I can answer" if decision.near else "",
                choices=_choices(decision.near, decision.lang),
            )
        case _:
            assert_never(decision.cause)


def _card(tone: Tone, entry: Entry, lang: str, prompt: str, near: tuple[Entry, ...]) -> Reply:
    wording = entry.wording(lang)
    choices = _choices(near, wording.lang)
    return Reply(
        tone,
        wording.lang,
        heading=shorten(wording.question, HEADING_LIMIT),
        lead=LEADS[entry.kind],
        body=shorten(wording.answer, BODY_LIMIT),
        footnotes=footnotes(entry.cites),
        prompt=prompt if choices else "",
        choices=choices,
    )


def footnotes(cites: tuple[Citation, ...]) -> tuple[Footnote, ...]:
    """Number the citations from 1; a link over ``URL_LIMIT`` loses its text fragment."""
    return tuple(
        Footnote(
            number,
            source=shorten(f"{cite.publisher} · {_day(cite.published)}", NAME_LIMIT),
            section=shorten(cite.section, NAME_LIMIT),
            place=place(cite.key),
            url=_short_url(cite.url),
        )
        for number, cite in enumerate(cites[:FOOTNOTE_LIMIT], start=1)
    )


def place(key: str) -> str:
    """Return a citation key in words: ``p5`` is "Paragraph 5"."""
    match key:
        case "meta":
            return "Title and byline"
        case "caption":
            return "Photo caption"
        case _:
            return f"Paragraph {key.removeprefix('p')}"


def shorten(text: str, limit: int) -> str:
    """Cut *text* at a word so that it has at most *limit* characters, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:") + "…"


def _related(entry: Entry, base: Base) -> tuple[Entry, ...]:
    return tuple(base.by_id[id_] for id_ in dict.fromkeys(entry.related) if id_ in base.by_id)


def _answered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind is not Kind.NOT_COVERED)


def _choices(entries: tuple[Entry, ...], lang: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(shorten(entry.wording(lang).question, LABEL_LIMIT), entry.id)
        for entry in entries[:CHOICE_LIMIT]
    )


def _short_url(url: str) -> str:
    url = url.replace("(", "%28").replace(")", "%29")
    return url if len(url) <= URL_LIMIT else url.split("#", 1)[0]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
