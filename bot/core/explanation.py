"""Why a card says what it says, in words for a member; `why` has the terminal's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.core.gist import Gist, Matched, Picked, Unmatched, Verdict, gist, nearest
from bot.core.guards import ways_to_ask
from bot.core.model import Answer, Base, Decision, Entry, Match
from bot.core.reply import Passage, Reply, Tone, shorten
from bot.core.speech import Speech, marked

WORDS_SHOWN = 4
OBJECTIONS_SHOWN = 4
"""Each takes 3 of the 40 components that Discord allows; all else takes at most 23."""
TEXT_LIMIT = 200

HEADINGS = {
    Verdict.ANSWER: marked("Why this answer?"),
    Verdict.SUGGEST: marked("Why these questions?"),
    Verdict.DECLINE: marked("Why no answer?"),
}


def explain(decision: Decision, base: Base, speech: Speech, *, to_asker: bool) -> Reply:
    """Return the full reasons of *decision*; how the question was read is for its asker alone.

    Of a decision on another base than *base* there is only what `recall` tells.
    """
    left = gist(decision)
    if left.base_version != base.version:
        return recall(left, base, speech)
    passages = list(_told(left, base, speech))
    for entry, match in nearest(decision):
        passages += _compared(decision, entry, match, base, speech)
    if to_asker and decision.reasons.read_as:
        read_as = shorten(decision.reasons.read_as, TEXT_LIMIT)
        passages.insert(1, Passage(lead=speech.say("Your question, as I read it"), body=read_as))
    return _card(passages, left, speech)


def recall(left: Gist, base: Base, speech: Speech) -> Reply:
    """Return what is *left* of the reasons after a restart, and say what is not."""
    passages = list(_told(left, base, speech))
    if left.base_version != base.version:
        passages.append(
            Passage(body=speech.say("My sources have changed since, so I cannot tell you more."))
        )
    elif isinstance(left, Matched):
        passages.append(
            Passage(body=speech.say("I remember more for a while only: ask again to see it all."))
        )
    return _card(passages, left, speech)


def _card(passages: list[Passage], left: Gist, speech: Speech) -> Reply:
    version = Passage(lead=speech.say("Sources, version {version}", version=left.base_version))
    return Reply(Tone.CHAT, speech.lang, (*passages, version))


def _told(left: Gist, base: Base, speech: Speech) -> Iterator[Passage]:
    """Say what every card's button knows, the heading first."""
    match left:
        case Picked():
            told = speech.say("This question was picked from a list: nothing had to be compared.")
            yield Passage(heading=speech.say(HEADINGS[Verdict.ANSWER]), body=told)
        case Unmatched():
            told = speech.say("No question that I know shares anything with this one.")
            yield Passage(heading=speech.say(HEADINGS[Verdict.DECLINE]), body=told)
        case Matched():
            yield Passage(heading=speech.say(HEADINGS[left.verdict]))
            yield from _nearest_phrasing(left, base, speech)
            yield Passage(lead=speech.say("How sure I was"), body=_how_sure(left, speech))
        case _:
            assert_never(left)


def _how_sure(left: Matched, speech: Speech) -> str:
    return speech.say(
        "{confidence}%. An answer needs {threshold}%.",
        confidence=left.confidence,
        threshold=left.threshold,
    )


def _nearest_phrasing(left: Matched, base: Base, speech: Speech) -> Iterator[Passage]:
    """Say which known phrasing came nearest, if it is the same base that counted them."""
    if left.base_version == base.version:
        _, phrasing = ways_to_ask(base.by_id[left.entry_id])[left.phrasing]
        yield Passage(lead=speech.say("The nearest wording that I know"), body=phrasing)


def _compared(
    decision: Decision, entry: Entry, best: Match, base: Base, speech: Speech
) -> Iterator[Passage]:
    """Say what spoke for the best entry, what a guard held against any, and what came next."""
    if counted := _counted(decision):
        yield Passage(lead=speech.say("What counted most"), body=counted)
    for objection in decision.reasons.objections[:OBJECTIONS_SHOWN]:
        question = base.by_id[objection.target_id].wording(speech.lang).question
        yield Passage(lead=question, body=speech.say(objection.sentence))
    if isinstance(decision, Answer) and decision.also:
        also = " · ".join(each.wording(speech.lang).question for each in decision.also)
        yield Passage(lead=speech.say("Also answered"), body=also)
    yield from _runner_up(decision, best, speech)


def _counted(decision: Decision) -> str:
    """Return the words that counted; none where the whole question is one, as in Japanese."""
    if " " not in decision.reasons.read_as:
        return ""
    counted = decision.reasons.counted[:WORDS_SHOWN]
    shown = [f"{word} {share:.0%}" for word, share in counted if share > 0]
    return " · ".join(shown)


def _runner_up(decision: Decision, best: Match, speech: Speech) -> Iterator[Passage]:
    for match in decision.reasons.matches:
        if match != best and isinstance(match.target, Entry):
            question = match.target.wording(speech.lang).question
            sure = f"{question} ({match.confidence:.0%})"
            yield Passage(lead=speech.say("The next nearest question"), body=sure)
            return
