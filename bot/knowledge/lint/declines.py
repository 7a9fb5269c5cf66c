"""Whether a base knows what it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.model import Kind
from bot.knowledge.content import SourceContent
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

FEWEST_ENTRIES = 10
"""With fewer, nearly any question is nearer to one of them than to all others."""

RULE = "declines"


def too_sure(subject: Subject) -> Iterator[Finding]:
    """Sources that have too little to hold a question against that they do not answer."""
    for source in subject.content.sources:
        if message := _too_sure(source):
            yield warning(RULE, source.source, message, "id")
        if not any(each.spec.reach == "decline" for each in source.golden):
            message = (
                "no golden question is to be declined, so nobody sees what is answered though it "
                "should not be: write some with reach: decline"
            )
            yield warning(RULE, source.source, message, "id")


def _too_sure(source: SourceContent) -> str:
    """Return why *source* answers what it should not, empty where nothing speaks for it."""
    count = len(source.entries)
    if not any(each.spec.kind is Kind.NOT_COVERED for each in source.entries):
        return (
            "no entry is not_covered, so that all that is asked looks like something known: write "
            "what people will ask and the source does not say"
        )
    if count < FEWEST_ENTRIES:
        noun = "entry is" if count == 1 else "entries are"
        return (
            f"{count} {noun} few, and so small a base is sure of too much: write more of what "
            "people will ask and the source does not say"
        )
    return ""
