"""Questions that found no answer, on their way to the curators: who may send, and what is said."""

from __future__ import annotations

from collections.abc import Collection

from bot.core.model import Base, Decline, NothingFound
from bot.core.notice import line
from bot.core.reply import Passage, Reply, Tone
from bot.core.server import ServerSettings
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


def is_curator(settings: ServerSettings, role_ids: Collection[int], *, manages: bool) -> bool:
    """Tell whether a member may deal with what was sent: by their role, or as a manager."""
    return manages or settings.curator_role in role_ids


def sent(speech: Speech) -> Reply:
    """Return the line for whoever sent a question."""
    return line(speech, speech.say("Sent, thank you. /privacy shows and deletes what you sent."))


def only_the_asker(speech: Speech) -> Reply:
    """Return the line for somebody else than the asker."""
    return line(speech, speech.say("Only who asked can send this question. Ask it with /ask."))


def only_curators(speech: Speech) -> Reply:
    """Return the line for a member who is no curator."""
    return line(speech, speech.say("Only curators, and who may manage the server, can do this."))


def wordless(speech: Speech) -> Reply:
    """Return the line for a form that holds no words."""
    return line(speech, speech.say("Nothing was sent: please put your question into words."))


def asked(words: str, nearest_id: str, base: Base, speech: Speech) -> Reply:
    """Return the curators' card for a question; it does not say whose it is."""
    passages = [Passage(lead=speech.say("A member asks, and I found no answer"), body=words)]
    if entry := base.by_id.get(nearest_id):
        question = entry.wording(speech.lang).question
        passages.append(Passage(lead=speech.say("Nearest: {question}", question=question)))
    return Reply(Tone.SUGGEST, speech.lang, tuple(passages))


def dealt_with(by: str, *, answered: bool, speech: Speech) -> Reply:
    """Return what is left of the curators' card: the words are deleted here as in the store."""
    if answered:
        return line(speech, speech.say("{name} has answered this question.", name=by))
    return line(speech, speech.say("{name} has closed this question.", name=by))
