"""What More offers beside a card, and what becomes of a card that is dismissed."""

from __future__ import annotations

from bot.core.notice import line
from bot.core.reply import Choice, Passage, Reply, Tone
from bot.core.speech import Speech


def more(related: tuple[Choice, ...], speech: Speech, *, private: bool) -> Reply:
    """Return the card behind "More"; a *private* card is for Discord itself to take away."""
    lines = [speech.say("Ask anything else with /ask, or look through /topics.")]
    if private:
        lines.append(speech.say("Only you see this answer: Discord itself lets you dismiss it."))
    return Reply(
        Tone.CHAT,
        speech.lang,
        tuple(Passage(body=text) for text in lines),
        prompt=speech.say("Related") if related else "",
        choices=related,
    )


def removed(speech: Speech) -> Reply:
    """Return the line for a card that was dismissed."""
    return line(speech, speech.say("The answer is gone."))


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
