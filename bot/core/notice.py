"""Replies that answer no question: how to ask one, and what went wrong."""

from __future__ import annotations

from dataclasses import replace

from bot.core.model import Base, Entry, Kind
from bot.core.reply import Choice, Passage, Pointing, Reply, Tone, choices
from bot.core.speech import Speech

EXAMPLE_KINDS = (Kind.REPORTED, Kind.ARGUED, Kind.FORECAST)


def how_to_ask(base: Base, speech: Speech) -> Reply:
    """Return the card for someone who addressed the bot without a question."""
    examples = tuple(filter(None, (first(base, kind) for kind in EXAMPLE_KINDS)))
    return line(
        speech,
        speech.say("Ask me a question: type it after my name, or use /ask."),
        prompt=speech.say("For example") if examples else "",
        offered=choices(examples, speech.lang),
    )


def first(base: Base, kind: Kind) -> Entry | None:
    """Return the first entry of *kind*, as an example of what may be asked."""
    return next((entry for entry in base.entries if entry.kind is kind), None)


def unreadable(speech: Speech) -> Reply:
    """Return the card for a message that Discord did not let the bot read."""
    return line(
        speech,
        speech.say("I can only read messages that mention me: put my name in it, or use /ask."),
    )


def wordless(speech: Speech) -> Reply:
    """Return the card for a message that holds no words."""
    return line(speech, speech.say("There are no words in that message that I could answer."))


def gone(speech: Speech) -> Reply:
    """Return the card for a button whose entry is no longer in the base."""
    return line(
        speech,
        speech.say("That question has been taken out of my sources since; please ask again."),
    )


def records_away(speech: Speech) -> Reply:
    """Return the card for what needs the store while it is away; nothing was changed."""
    return line(
        speech,
        speech.say("I cannot reach my records just now. Please try again a little later."),
    )


def apology(reference: str, speech: Speech) -> Reply:
    """Return the card for an error of ours; *reference* finds it in the log."""
    return line(
        speech,
        speech.say(
            "Something went wrong on my side. If it keeps happening, quote {reference}.",
            reference=reference,
        ),
    )


def not_stored(speech: Speech) -> Reply:
    """Return the card for what should have been stored while the store is away."""
    return line(
        speech, speech.say("I could not store that just now. Please try again a little later.")
    )


def said_above(reply: Reply, entry_ids: tuple[str, ...], url: str, speech: Speech) -> Reply:
    """Return the card for a question whose answer, *reply* of those entries, stands at *url*."""
    questions = " · ".join(passage.heading for passage in reply.passages)
    above = Passage(lead=speech.say("Answered just above"), body=questions, url=url)
    return Reply(Tone.CHAT, speech.lang, (above,), decision=Pointing(entry_ids))


def would_have_said(reply: Reply, url: str, speech: Speech) -> Reply:
    """Return *reply* as the curators see it who try the bot out; the question is at *url*."""
    note = Passage(body=speech.say("What I would have said to this message"), url=url)
    return replace(reply, passages=(note, *reply.passages))


def line(speech: Speech, body: str, prompt: str = "", offered: tuple[Choice, ...] = ()) -> Reply:
    """Return a card that is a line, with choices under it if there are any."""
    return Reply(Tone.CHAT, speech.lang, (Passage(body=body),), prompt=prompt, choices=offered)
