"""How to use the bot, in five lines."""

from __future__ import annotations

from bot.answerer import Answerer
from bot.core.speech import Speech
from bot.views.panel import Panel


def help_panel(answerer: Answerer, speech: Speech) -> Panel:
    """Return five lines; each command in them can be pressed."""
    command = answerer.mention_of
    menu = speech.say("Answer from the article")
    lines = (
        speech.say(
            "{ask}: a question in your own words, for all or for you alone", ask=command("ask")
        ),
        speech.say("Or mention me, reply to an answer of mine, or write to me directly"),
        speech.say("On anybody's message: Apps, “{menu}”", menu=menu),
        speech.say(
            "{topics}: what you can ask; {source}: what I answer from",
            topics=command("topics"),
            source=command("source"),
        ),
        speech.say("{privacy}: what is stored about you", privacy=command("privacy")),
    )
    heading = speech.say("How to ask")
    return Panel(["\n".join([f"### {heading}", *(f"- {line}" for line in lines)])])
