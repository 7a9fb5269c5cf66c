"""Entries that answer golden questions which are another's."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.decide import decide
from bot.core.model import Answer
from bot.core.reply import shorten
from bot.knowledge import schema
from bot.knowledge.content import Located
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

SHOWN = 100


def stolen(subject: Subject) -> Iterator[Finding]:
    """Golden questions that get an answer of none of the entries that may answer them."""
    golden = [each for source in subject.content.sources for each in source.golden]
    for question in golden:
        decision = decide(subject.index, question.spec.text)
        if isinstance(decision, Answer) and not _reach(question) & _ids(decision):
            yield _theft(subject, question, decision)


def _theft(subject: Subject, question: Located[schema.GoldenSpec], answer: Answer) -> Finding:
    thief = answer.entry.id
    match = next(each for each in answer.reasons.matches if each.target.id == thief)
    way = subject.by_text[thief, match.lang, match.phrasing]
    rightly = ", ".join(sorted(_reach(question))) or "nobody"
    message = (
        f"{thief!r} answers {shorten(question.spec.text, SHOWN)!r} by "
        f"{shorten(match.phrasing, SHOWN)!r} at {way.where}, which is for {rightly} to answer: "
        f"reword that, or let this reach {thief!r} too"
    )
    return warning("stolen", question, message, "text")


def _ids(answer: Answer) -> frozenset[str]:
    return frozenset(entry.id for entry in answer.entries)


def _reach(question: Located[schema.GoldenSpec]) -> frozenset[str]:
    reach = question.spec.reach
    return frozenset(reach) if isinstance(reach, list) else frozenset()
