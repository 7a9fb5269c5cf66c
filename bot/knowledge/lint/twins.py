"""Entries that say nearly the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.model import Kind
from bot.knowledge import schema
from bot.knowledge.content import Located
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

ALIKE = 0.6
"""Which share of the stems of two answers must be common to both."""
NAMED = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """What an entry says: the stems of its answer."""

    entry: Located[schema.EntrySpec]
    stems: frozenset[str]

    @property
    def _declines(self) -> bool:
        return self.entry.spec.kind is Kind.NOT_COVERED

    def is_like(self, other: _Said) -> bool:
        common, all_ = self.stems & other.stems, self.stems | other.stems
        return self._declines == other._declines and 0 < len(all_) * ALIKE <= len(common)


def alike(subject: Subject) -> Iterator[Finding]:
    """Entries of the same source and sort whose answers share most of their content words."""
    for source in subject.content.sources:
        said = [
            _Said(entry, frozenset(subject.stems.of(entry.spec.answer)))
            for entry in source.entries
        ]
        for first, second, *others in (group for group in _groups(said) if len(group) > 1):
            yield _told(first, second, others)


def _groups(said: Iterable[_Said]) -> list[list[_Said]]:
    """Return them in groups of which each is like another one, or alone."""
    groups: list[list[_Said]] = []
    for each in said:
        near = (group for group in groups if any(each.is_like(other) for other in group))
        if group := next(near, None):
            group.append(each)
        else:
            groups.append([each])
    return groups


def _told(first: _Said, second: _Said, others: Sequence[_Said]) -> Finding:
    document = first.entry.document
    message = (
        f"the answer is nearly that of {first.entry.spec.id!r} on line "
        f"{document.line(first.entry.place)} of {document.name}{_more(others)}: "
        f"make one entry of them, or say what sets them apart"
    )
    return warning("twins", second.entry, message, "answer")


def _more(others: Sequence[_Said]) -> str:
    if not others:
        return ""
    names = [repr(each.entry.spec.id) for each in others[:NAMED]]
    left = len(others) - len(names)
    return f", as are those of {', '.join(names)}" + (f" and {left} more" if left else "")
