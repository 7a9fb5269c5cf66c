"""Where to go on from a card, and what becomes of a card that is dismissed."""

from __future__ import annotations

from bot.core.notice import line
from bot.core.reply import Reply
from bot.core.speech import Speech


def go_on(ask: str, topics: str, speech: Speech) -> str:
    """Return where to go on, as Markdown: *ask* and *topics* are mentions of the commands."""
    return speech.say(
        "Ask anything else with {ask}, or look through {topics}.", ask=ask, topics=topics
    )


def not_yours(speech: Speech) -> Reply:
    """Return the line for somebody who may not dismiss a card."""
    return line(
        speech,
        speech.say("Only who asked, and who may manage messages, can take this answer away."),
    )


def not_here(speech: Speech) -> Reply:
    """Return the line for a card in a channel that the bot itself may not see."""
    return line(
        speech,
        speech.say("I cannot take this answer away, since I may not see this channel."),
    )
