"""Entries that say nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from bot.core.model import Kind
from bot.knowledge import schema
from bot.knowledge.content import Located
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

ALIKE = 0.6
"""Which share of the stems of two answers must be common to both."""


def alike(subject: Subject) -> Iterator[Finding]:
    """Entries of the same source and sort whose answers share most of their content words."""
    for source in subject.content.sources:
        entries = [
            (each, frozenset(subject.stems.of(each.spec.answer))) for each in source.entries
        ]
        for (first, one), (second, other) in combinations(entries, 2):
            if (first.spec.kind is Kind.NOT_COVERED) is not (second.spec.kind is Kind.NOT_COVERED):
                continue
            if len(one & other) >= ALIKE * len(one | other) and one:
                message = (
                    f"the answer is nearly that of {first.spec.id!r} on line "
                    f"{first.document.line(first.place)} of {first.document.name}: "
                    f"make one entry of both, or say what sets them apart"
                )
                yield warning("twins", second, message, "answer")


def _same_sort(first: Located[schema.EntrySpec], second: Located[schema.EntrySpec]) -> bool:
    declines = [each.spec.kind is Kind.NOT_COVERED for each in (first, second)]
    return declines[0] == declines[1]
