"""Matches and policy as a decision, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from bot.core.guards import names_a_topic
from bot.core.index import Index
from bot.core.language import language
from bot.core.model import (
    Answer,
    Base,
    Chat,
    Decision,
    Decline,
    Entry,
    Kind,
    Match,
    NotCovered,
    NothingFound,
    Objection,
    Reasons,
    SmallTalk,
    Suggest,
)
from bot.core.split import sentences, split

MATCHES = 6
SUGGESTIONS = 3
NEAR = 0.5
"""What share of the best score a match needs to be offered beside it."""
STAND_IN = 0.7
"""What share of the best score a match needs to stand in for one that a guard objects to."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The least confidence, from 0 to 1, that is answered, and the least that is offered.

    *near* is what the best match needs to be offered under a decline, *part* what each part of a
    message that asks several things needs, *sentence* what a sentence needs to speak for the
    message around it. To a match of *certain* no guard objects: whoever asks when a thing will
    happen is told that it will not.
    """

    answer: float = 0.5
    suggest: float = 0.25
    near: float = 0.10
    part: float = 0.55
    sentence: float = 0.6
    certain: float = 0.99


DEFAULT = Policy()


def decide(index: Index, question: str, policy: Policy = DEFAULT) -> Decision:
    """Return what to say to *question*; one that holds no words is declined.

    A message that asks several things is answered part by part where each part is confident, in
    what the source says or in that it does not, and as a whole otherwise. Of a long-winded one the
    sentence counts that says most clearly what it is about. The language is that of the question
    where small words or letters tell it, else that of the nearest phrasing.
    """
    decision = _decide_parts(index, question, policy)
    return replace(decision, lang=language(question) or decision.lang)


def _decide_parts(index: Index, question: str, policy: Policy) -> Decision:
    questions = split(question)
    if len(questions) > 1:
        parts = [_decide(index, each, policy) for each in questions]
        if all(each.confidence >= policy.part for each in parts) and (joined := _joined(parts)):
            return joined
    whole = _decide(index, question, policy)
    parts = [_decide(index, each, policy) for each in sentences(question)]
    clear = [part for part in parts if _speaks(part, policy)]
    return max([whole, *clear], key=lambda each: each.confidence)


def _speaks(part: Decision, policy: Policy) -> bool:
    """Tell whether a sentence says what its message is about; a greeting does not."""
    match part:
        case Answer() | Decline(NotCovered()):
            return part.confidence >= policy.sentence
        case Suggest() | Decline():
            return False
        case _:
            assert_never(part)


def _joined(parts: list[Decision]) -> Answer | None:
    """Return one answer for all *parts*; nothing if one opens no entry, or the first is declined.

    A later part leans on the one before: "who paid for the meal, and what was on the menu?"
    """
    first, *others = parts
    also = [entry for part in others if (entry := _opened(part))]
    if not isinstance(first, Answer) or len(also) < len(others):
        return None
    confidence = min(each.confidence for each in parts)
    new = tuple(dict.fromkeys(entry for entry in also if entry != first.entry))
    return replace(first, confidence=confidence, also=new)


def _opened(part: Decision) -> Entry | None:
    match part:
        case Answer(entry) | Decline(NotCovered(entry)):
            return entry
        case Suggest() | Decline():
            return None
        case _:
            assert_never(part)


def _decide(index: Index, question: str, policy: Policy) -> Decision:
    reading = index.read(question)
    matches = tuple(index.find(reading, limit=MATCHES))
    chosen, objections = _choose(index, question, matches, policy)
    reasons = Reasons(
        read_as=" ".join(reading.words),
        matches=matches,
        counted=index.counted(reading, chosen.target) if chosen else (),
        threshold=policy.answer,
        objections=objections,
        base_version=index.base.version,
    )
    if chosen is None or chosen.confidence < policy.suggest:
        return _nothing_found(reasons, policy)
    return _decision(chosen, reasons, policy)


def choose(base: Base, entry_id: str, lang: str) -> Decision:
    """Return the decision for an entry that a member picked; `KeyError` for an unknown id."""
    entry = base.by_id[entry_id]
    reasons = Reasons("", (), (), 0.0, (), base.version)
    if entry.kind is Kind.NOT_COVERED:
        return Decline(NotCovered(entry), (), lang, 1.0, reasons)
    return Answer(entry, lang, 1.0, reasons)


def _choose(
    index: Index, question: str, matches: tuple[Match, ...], policy: Policy
) -> tuple[Match | None, tuple[Objection, ...]]:
    """Return the best match that no guard objects to, with the objections to better ones.

    An answer stands in for a better match only if it is confident by itself. Where nothing does,
    the best is returned all the same. A bare topic ("camp david") is better served by what the
    source says of it than by what it does not, if that is confident too.
    """
    near = [match for match in matches if match.score >= STAND_IN * matches[0].score]
    if names_a_topic(question):
        near.sort(key=lambda match: not (_answers(match) and match.confidence >= policy.answer))
    objections: list[Objection] = []
    for match in near:
        certain = match.confidence >= policy.certain
        found = () if certain else index.objections(question, match.target)
        sure = match.confidence >= policy.answer or not _answers(match)
        if not found and (sure or not objections):
            return match, tuple(objections)
        objections += [Objection(match.target.id, sentence) for sentence in found]
    return (near[0] if near else None), tuple(objections)


def _answers(match: Match) -> bool:
    return isinstance(match.target, Entry) and match.target.kind is not Kind.NOT_COVERED


def _decision(chosen: Match, reasons: Reasons, policy: Policy) -> Decision:
    near = _answerable(reasons.matches)
    target, lang, confidence = chosen.target, _spoken(chosen), chosen.confidence
    objected = {objection.target_id for objection in reasons.objections}
    if isinstance(target, SmallTalk):
        return Decline(Chat(target), (), lang, confidence, reasons)
    if target.kind is Kind.NOT_COVERED and (objected or not near or confidence >= policy.answer):
        return Decline(NotCovered(target), near, lang, confidence, reasons)
    if target.id in objected or confidence < policy.answer:
        return Suggest(near, lang, confidence, reasons)
    return Answer(target, lang, confidence, reasons)


def _spoken(match: Match) -> str:
    """Return the language of the nearest phrasing, if the entry has a wording in it.

    A bare name is spelt alike in many languages: it makes nobody a speaker of one.
    """
    target = match.target
    return target.wording(match.lang).lang if isinstance(target, Entry) else match.lang


def _nothing_found(reasons: Reasons, policy: Policy) -> Decline:
    """Decline, and offer what is near, unless even the best match is about something else."""
    best = reasons.matches[0] if reasons.matches else None
    if best is None:
        return Decline(NothingFound(), (), "en", 0.0, reasons)
    near = _answerable(reasons.matches) if best.confidence >= policy.near else ()
    return Decline(NothingFound(), near, _spoken(best), best.confidence, reasons)


def _answerable(matches: tuple[Match, ...]) -> tuple[Entry, ...]:
    """Return up to ``SUGGESTIONS`` entries that answer something and are near the best match."""
    near = [match.target for match in matches if match.score >= NEAR * matches[0].score]
    entries = [target for target in near if isinstance(target, Entry)]
    return tuple(each for each in entries if each.kind is not Kind.NOT_COVERED)[:SUGGESTIONS]
