"""Matches and policy as a decision, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.index import Index
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
    Reasons,
    SmallTalk,
    Suggest,
)

MATCHES = 8
SUGGESTIONS = 3
STAND_IN = 0.5
"""What share of the best score a match needs to stand in for one that a guard objects to."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The least score, from 0 to 1, that is answered, and the least that is offered."""

    answer: float = 0.20
    suggest: float = 0.13


DEFAULT = Policy()


def decide(index: Index, question: str, policy: Policy = DEFAULT) -> Decision:
    """Return what to say to *question*; one that holds no words is declined."""
    matches = tuple(index.search(question, limit=MATCHES))
    chosen, objections = _choose(index, question, matches)
    others = [match.score for match in matches if match is not chosen]
    reasons = Reasons(
        read_as=" ".join(index.read(question)),
        matches=matches,
        margin=chosen.score - max(others, default=0.0) if chosen else 0.0,
        threshold=policy.answer,
        objections=objections,
        base_version=index.base.version,
    )
    if chosen is None or chosen.score < policy.suggest:
        return Decline(NothingFound(), (), "en", 0.0, reasons)
    return _decision(chosen, reasons, policy)


def choose(base: Base, entry_id: str, lang: str) -> Decision:
    """Return the decision for an entry that a member picked; `KeyError` for an unknown id."""
    entry = base.by_id[entry_id]
    reasons = Reasons("", (), 1.0, 0.0, (), base.version)
    if entry.kind is Kind.NOT_COVERED:
        return Decline(NotCovered(entry), (), lang, 1.0, reasons)
    return Answer(entry, lang, 1.0, reasons)


def _choose(
    index: Index, question: str, matches: tuple[Match, ...]
) -> tuple[Match | None, tuple[str, ...]]:
    """Return the best match that no guard objects to, with what was said against better ones.

    Where all near ones are objected to, the best is returned with the objections.
    """
    objections: list[str] = []
    for match in matches:
        if match.score < STAND_IN * matches[0].score:
            break
        found = index.objections(question, match.target)
        if not found:
            return match, ()
        objections += found
    return (matches[0] if matches else None), tuple(dict.fromkeys(objections))


def _decision(chosen: Match, reasons: Reasons, policy: Policy) -> Decision:
    near = _answerable(reasons.matches, policy.suggest)
    target, lang, confidence = chosen.target, chosen.lang, chosen.score
    if isinstance(target, SmallTalk):
        return Decline(Chat(target), (), lang, confidence, reasons)
    if target.kind is Kind.NOT_COVERED:
        return Decline(NotCovered(target), near, lang, confidence, reasons)
    if reasons.objections or chosen.score < policy.answer:
        return Suggest(near, lang, confidence, reasons)
    return Answer(target, lang, confidence, reasons)


def _answerable(matches: tuple[Match, ...], least: float) -> tuple[Entry, ...]:
    found = (m.target for m in matches if m.score >= least and isinstance(m.target, Entry))
    return tuple(entry for entry in found if entry.kind is not Kind.NOT_COVERED)[:SUGGESTIONS]
