"""Who reads what a person sends, and how the person is told so."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.speech import marked


@dataclass(frozen=True, slots=True)
class Readers:
    """The messages that name the readers.

    *title* and *seen* stand on the form of a question, *sent* answers it and *sent_to* is left of
    its button; *reads* stands on the form of a report and *passed_on* answers it; *alone* is told
    to anybody else who wants to deal with either.
    """

    title: str
    seen: str
    sent: str
    sent_to: str
    reads: str
    passed_on: str
    alone: str


CURATORS = Readers(
    title=marked("Send to the curators"),
    seen=marked("Curators see these words, but not your name."),
    sent=marked(
        "Sent, thank you. Nobody can write back to you: ask again in a few days. /privacy "
        "shows and deletes what you sent."
    ),
    sent_to=marked("Sent to the curators"),
    reads=marked("The curators read this."),
    passed_on=marked(
        "Counted as not right and passed on to the curators, thank you. "
        "“Helpful” changes your vote at any time."
    ),
    alone=marked("Only curators, and who may manage messages, can do this."),
)
"""The curators of the server."""

OWNERS = Readers(
    title=marked("Send to who runs this bot"),
    seen=marked("Who runs this bot sees these words, but not your name."),
    sent=marked(
        "Sent to who runs this bot, thank you. Nobody can write back to you: ask again in a few "
        "days. /privacy shows and deletes what you sent."
    ),
    sent_to=marked("Sent to who runs this bot"),
    reads=marked("Who runs this bot reads this."),
    passed_on=marked(
        "Counted as not right and passed on to who runs this bot, thank you. "
        "“Helpful” changes your vote at any time."
    ),
    alone=marked("Only who runs this bot can do this here."),
)
"""The owners of the application: outside the servers that the bot is in there are no curators."""
