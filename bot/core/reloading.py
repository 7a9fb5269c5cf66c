"""What the operator and the curators are told about a change of the base."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.notice import line
from bot.core.reply import Passage, Reply, Tone, shorten
from bot.core.speech import Speech

LINES = 8
LINE_LIMIT = 200


def swapped(
    version: str, accuracy: tuple[str, str], false_answers: tuple[str, str], speech: Speech
) -> Reply:
    """Return the card for a new base; each figure is given before and after."""
    told = speech.say("From now on I answer from version {version}.", version=version)
    figures = (
        speech.say(
            "Golden questions answered rightly: {after}, before {before}",
            before=accuracy[0],
            after=accuracy[1],
        ),
        speech.say(
            "Golden questions answered in vain: {after}, before {before}",
            before=false_answers[0],
            after=false_answers[1],
        ),
    )
    return Reply(Tone.CHAT, speech.lang, (Passage(body=told), *(Passage(lead=f) for f in figures)))


def unchanged(version: str, speech: Speech) -> Reply:
    """Return the card for a folder that holds what answers already."""
    return line(
        speech,
        speech.say(
            "My sources are as they were: I answer from version {version}.", version=version
        ),
    )


def broken(problems: Sequence[str], speech: Speech) -> Reply:
    """Return the card for a folder with *problems*."""
    heading = speech.plural(
        "The changed sources have {number} problem",
        "The changed sources have {number} problems",
        len(problems),
    )
    return _refused(heading, problems, "", speech)


def worse(questions: Sequence[str], speech: Speech) -> Reply:
    """Return the card for a base that golden *questions* hold up."""
    heading = speech.plural(
        "With the changed sources {number} golden question goes wrong",
        "With the changed sources {number} golden questions go wrong",
        len(questions),
    )
    hint = speech.say("If a question may go wrong, say why in its may_fail.")
    return _refused(heading, questions, hint, speech)


def unsettled(reason: str, speech: Speech) -> Reply:
    """Return the card for a folder that somebody is writing to, as *reason* says."""
    return _refused(speech.say("My sources are being written to"), [reason], "", speech)


def owner_only(speech: Speech) -> Reply:
    """Return the card for somebody else who wants the sources read again."""
    return line(speech, speech.say("Only who runs this bot can have the sources read again."))


def _refused(heading: str, lines: Sequence[str], hint: str, speech: Speech) -> Reply:
    """Return a list of *lines*, as many as fit, and that nothing has changed for members."""
    shown = [shorten(" ".join(each.split()), LINE_LIMIT) for each in lines[:LINES]]
    if (more := len(lines) - LINES) > 0:
        shown.append(speech.say("And {number} more, in the log", number=more))
    calm = speech.say("I keep answering as before.")
    passages = [Passage(heading=heading, body=calm), *(Passage(lead=each) for each in shown)]
    if hint:
        passages.append(Passage(lead=hint))
    return Reply(Tone.CHAT, speech.lang, tuple(passages))
