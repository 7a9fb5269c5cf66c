"""Why a card says what it says, in words for a member; `why` has the terminal's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from bot.core.gist import Gist, Matched, Picked, Unmatched, Verdict, gist, nearest
from bot.core.guards import ways_to_ask
from bot.core.model import Answer, Base, Decision
from bot.core.record import shown
from bot.core.reply import Passage, Reply, Tone, choices, place, shorten
from bot.core.runners_up import runners_up
from bot.core.speech import Speech, marked
from bot.core.together import places

WORDS_SHOWN = 4
OBJECTIONS_SHOWN = 4
"""Each takes 3 of the 40 components that Discord allows; all else takes at most 16."""
TEXT_LIMIT = 200

HEADINGS = {
    Verdict.ANSWER: marked("Why this answer?"),
    Verdict.SUGGEST: marked("Why these questions?"),
    Verdict.DECLINE: marked("Why no answer?"),
}
TAKEN = {
    Verdict.ANSWER: marked("I took your question for: “{question}”"),
    Verdict.SUGGEST: marked(
        "It came nearest to “{question}”, and I was not sure that you meant it."
    ),
    Verdict.DECLINE: marked("What came nearest is too far from it to be meant: “{question}”"),
}


def explain(decision: Decision, base: Base, speech: Speech, *, to_asker: bool) -> Reply:
    """Return the full reasons of *decision*; how the question was read is for its asker alone.

    Of a decision on another base than *base* there is only what `recall` tells.
    """
    left = gist(decision)
    if left.base_version != base.version:
        return recall(left, base, speech)
    passages = [_told(left, base, speech), *_objections(decision, base, speech)]
    details = [*_figures(left, base, speech), *_counted(decision, speech)]
    if to_asker and decision.reasons.read_as:
        read_as = shorten(decision.reasons.read_as, TEXT_LIMIT)
        details.insert(0, _detail(speech.say("Your question, as I read it"), read_as))
    near = choices(runners_up(decision)[:1], speech.lang) if shown(decision) else ()
    prompt = speech.say("The next nearest question") if near else ""
    return replace(_card(passages, details, left, speech), prompt=prompt, choices=near)


def recall(left: Gist, base: Base, speech: Speech) -> Reply:
    """Return what is *left* of the reasons after a restart, and say what is not."""
    passages = [_told(left, base, speech)]
    if left.base_version != base.version:
        passages.append(
            Passage(body=speech.say("My sources have changed since, so I cannot tell you more."))
        )
    elif isinstance(left, Matched):
        passages.append(
            Passage(body=speech.say("I remember more for a while only: ask again to see it all."))
        )
    return _card(passages, list(_figures(left, base, speech)), left, speech)


def _card(passages: list[Passage], details: list[str], left: Gist, speech: Speech) -> Reply:
    version = speech.say("Sources, version {version}", version=left.base_version)
    small_print = Passage(details=(*details, version))
    return Reply(Tone.CHAT, speech.lang, (*passages, small_print))


def _told(left: Gist, base: Base, speech: Speech) -> Passage:
    """Say in words what every card's button knows."""
    match left:
        case Picked():
            told = speech.say("This question was picked from a list: nothing had to be compared.")
            return Passage(heading=speech.say(HEADINGS[Verdict.ANSWER]), body=told)
        case Unmatched():
            told = speech.say("No question that I know shares anything with this one.")
            return Passage(heading=speech.say(HEADINGS[Verdict.DECLINE]), body=told)
        case Matched():
            heading = speech.say(HEADINGS[left.verdict])
            is_known = left.base_version == base.version
            return Passage(
                heading=heading, body=_taken_for(left, base, speech) if is_known else ""
            )
        case _:
            assert_never(left)


def _taken_for(left: Matched, base: Base, speech: Speech) -> str:
    """Say which question came nearest, and what the answer to it rests on."""
    entry = base.by_id[left.entry_id]
    sentences = [speech.say(TAKEN[left.verdict], question=entry.wording(speech.lang).question)]
    if left.verdict is Verdict.ANSWER and entry.cites:
        rests_on = ", ".join(place(cite.key, speech) for cite in places((entry,)))
        sentences.append(speech.say("The answer rests on: {places}.", places=rests_on))
    return " ".join(sentences)


def _objections(decision: Decision, base: Base, speech: Speech) -> Iterator[Passage]:
    """Say what a guard held against any entry, and what was answered beside the best."""
    for objection in decision.reasons.objections[:OBJECTIONS_SHOWN]:
        question = base.by_id[objection.target_id].wording(speech.lang).question
        yield Passage(lead=question, body=speech.say(objection.sentence))
    if isinstance(decision, Answer) and decision.also:
        also = " · ".join(each.wording(speech.lang).question for each in decision.also)
        yield Passage(lead=speech.say("Also answered"), body=also)


def _figures(left: Gist, base: Base, speech: Speech) -> Iterator[str]:
    """Say which known phrasing came nearest, if it is the same base that counted them."""
    if not isinstance(left, Matched):
        return
    if left.base_version == base.version:
        _, phrasing = ways_to_ask(base.by_id[left.entry_id])[left.phrasing]
        yield _detail(speech.say("The nearest wording that I know"), phrasing)
    sure = speech.say(
        "{confidence}%. An answer needs {threshold}%.",
        confidence=left.confidence,
        threshold=left.threshold,
    )
    yield _detail(speech.say("How sure I was"), sure)


def _counted(decision: Decision, speech: Speech) -> Iterator[str]:
    """Say which words counted; none where the whole question is one, as in Japanese."""
    counted = decision.reasons.counted[:WORDS_SHOWN]
    shares = [f"{word} {share:.0%}" for word, share in counted if share > 0]
    if shares and " " in decision.reasons.read_as and nearest(decision):
        yield _detail(speech.say("What counted most"), " · ".join(shares))


def _detail(name: str, text: str) -> str:
    return f"{name}: {text}"
