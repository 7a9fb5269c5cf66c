"""How to use the bot, in five lines, and what to ask for a start."""

from __future__ import annotations

from bot.answerer import Answerer
from bot.core.model import Base
from bot.core.notice import how_to_ask
from bot.core.speech import Speech
from bot.views.markdown import small
from bot.views.opener import opener
from bot.views.panel import Panel
from bot.views.sources import titles


def help_panel(answerer: Answerer, base: Base, speech: Speech) -> Panel:
    """Return five lines, in which each command can be pressed, and examples from *base*."""
    heading = speech.say("How to ask")
    lines = _lines(answerer, base, speech)
    return with_examples(
        ["\n".join([f"### {heading}", *(f"- {line}" for line in lines)])], base, speech
    )


def with_examples(texts: list[str], base: Base, speech: Speech) -> Panel:
    """Return *texts* with a few questions of *base* under them, each a button that answers it."""
    card = how_to_ask(base, speech)
    rows = [[opener(choice, speech.lang)] for choice in card.choices]
    return Panel([*texts, *([small(card.prompt)] if rows else [])], rows)


def _lines(answerer: Answerer, base: Base, speech: Speech) -> tuple[str, ...]:
    command = answerer.mention_of
    menu = speech.say("Answer from the article")
    return (
        speech.say(
            "I answer from {sources}; {source} says more",
            sources=titles(base),
            source=command("source"),
        ),
        speech.say(
            "{ask}: a question in your own words, for all or for you alone", ask=command("ask")
        ),
        speech.say("Or mention me, reply to an answer of mine, or write to me directly"),
        speech.say(
            "For a message of somebody else: right-click it, or press it for a moment, then "
            "Apps and “{menu}”",
            menu=menu,
        ),
        speech.say(
            "{topics}: what you can ask; {privacy}: what is stored about you",
            topics=command("topics"),
            privacy=command("privacy"),
        ),
    )
