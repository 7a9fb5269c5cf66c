"""Questions that found no answer, on their way to the curators: who may send, and what is said."""

from __future__ import annotations

from bot.core.model import Decline, NothingFound
from bot.core.notice import line
from bot.core.reply import Reply
from bot.core.speech import Speech

WORDS_LIMIT = 500


def may_be_sent(reply: Reply) -> bool:
    """Tell whether the question of a card is worth a curator's time: nothing was found."""
    match reply.decision:
        case Decline(NothingFound()):
            return True
        case _:
            return False


def nearest(reply: Reply) -> str:
    """Return the id of the entry that was nearest, or an empty text."""
    return reply.choices[0].entry_id if reply.choices else ""


def typed(content: str, my_id: int) -> str:
    """Return what a person wrote in a message to the bot, without its own mention."""
    for mention in (f"<@{my_id}>", f"<@!{my_id}>"):
        content = content.replace(mention, " ")
    return " ".join(content.split())[:WORDS_LIMIT]


def sent(speech: Speech) -> Reply:
    """Return the line for whoever sent a question: nobody learns whose it was, to write back."""
    return line(
        speech,
        speech.say(
            "Sent, thank you. Nobody can write back to you: ask again in a few days. /privacy "
            "shows and deletes what you sent."
        ),
    )


def only_the_asker(speech: Speech) -> Reply:
    """Return the line for somebody else than the asker."""
    return line(speech, speech.say("Only who asked can send this question. Ask it with /ask."))


def wordless(speech: Speech) -> Reply:
    """Return the line for a form that holds no words."""
    return line(speech, speech.say("Nothing was sent: please put your question into words."))
