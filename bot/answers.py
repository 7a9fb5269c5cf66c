"""Cards from an index, each in the language of the question that it answers."""

from __future__ import annotations

from bot.core.decide import choose, decide
from bot.core.index import Index
from bot.core.model import Base, Decision
from bot.core.reply import Reply, reply
from bot.locale.speech import speech_for


def ask(index: Index, question: str) -> Reply:
    """Return the card for a question in free text."""
    return card(index.base, decide(index, question))


def open_entry(base: Base, entry_id: str, lang: str) -> Reply:
    """Return the card of an entry; raise `KeyError` if *base* has none of that id."""
    return card(base, choose(base, entry_id, lang))


def card(base: Base, decision: Decision) -> Reply:
    """Return the card for *decision*; what it leads on to is in *base*."""
    return reply(decision, base, speech_for(decision.lang))
