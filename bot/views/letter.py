"""What a member sent to the curators, as a card and as one line of a list."""

from __future__ import annotations

from typing import assert_never

from bot.answerer import Answerer
from bot.core.desk import Said, Tray, asked, complaint, question_of, reported
from bot.core.model import Base
from bot.core.reply import Reply, shorten
from bot.core.speech import Speech
from bot.store import Filed, Report, SentQuestion
from bot.views.markdown import escape, link

Letter = Report | SentQuestion
AnyFiled = Filed[Report] | Filed[SentQuestion]

TITLE_LIMIT = 100
"""As long as the label of an option in a select may be."""


def tray_of(letter: Letter) -> Tray:
    """Return which kind *letter* is."""
    match letter:
        case SentQuestion():
            return Tray.QUESTIONS
        case Report():
            return Tray.REPORTS
        case _:
            assert_never(letter)


async def reply_of(letter: Letter, answerer: Answerer, speech: Speech) -> Reply:
    """Return what curators see of *letter*: not whose it is. Raises `StoreUnavailable`."""
    match letter:
        case SentQuestion(text=text, nearest=nearest):
            return asked(text, nearest, answerer.index.base, speech)
        case Report(entry_id=entry_id):
            said = Said(letter.reason, letter.question, letter.text)
            tally = await answerer.store.votes.tally(entry_id)
            return reported(entry_id, said, tally, answerer.index.base, speech)
        case _:
            assert_never(letter)


def title_of(letter: Letter, base: Base, speech: Speech) -> str:
    """Return what *letter* is about, in one line."""
    match letter:
        case SentQuestion(text=text):
            return shorten(" ".join(text.split()), TITLE_LIMIT)
        case Report(entry_id=entry_id):
            return shorten(question_of(entry_id, base, speech), TITLE_LIMIT)
        case _:
            assert_never(letter)


def kind_of(letter: Letter, speech: Speech) -> str:
    """Return what a curator has to do with *letter*, in a few words."""
    match letter:
        case SentQuestion():
            return speech.say("A question without an answer")
        case Report(reason=reason):
            return complaint(reason, speech)
        case _:
            assert_never(letter)


def line_of(filed: AnyFiled, base: Base, speech: Speech) -> str:
    """Return *filed* as Markdown: what about, linked to its card if there is one, and when."""
    letter, title = filed.letter, title_of(filed.letter, base, speech)
    shown = link(title, _address(filed)) if filed.message_id else escape(title)
    return f"- {shown} · {kind_of(letter, speech)} · <t:{int(letter.at.timestamp())}:R>"


def _address(filed: AnyFiled) -> str:
    return (
        "https://discord.com/channels/"
        f"{filed.letter.guild_id}/{filed.channel_id}/{filed.message_id}"
    )
