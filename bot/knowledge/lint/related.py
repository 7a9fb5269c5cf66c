"""Links between entries that lead one way only."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.model import Kind
from bot.core.reply import CHOICE_LIMIT
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject


def one_way(subject: Subject) -> Iterator[Finding]:
    """Answers that have room on their card for one that links to them, and do not.

    A card shows ``CHOICE_LIMIT`` related entries. Curated declines lead to answers; nobody needs
    the way back.
    """
    answers = {
        entry.spec.id: entry
        for entry in subject.content.entries
        if entry.spec.kind is not Kind.NOT_COVERED
    }
    leading: dict[str, list[str]] = {}
    for id_, entry in answers.items():
        for other in entry.spec.related:
            leading.setdefault(other, []).append(id_)
    for id_, entry in answers.items():
        absent = [each for each in leading.get(id_, ()) if each not in entry.spec.related]
        if absent and len(entry.spec.related) < CHOICE_LIMIT:
            message = f"{absent[0]!r} leads here, but {id_!r} not back: add it to related"
            yield warning("one-way", entry, message, "id")
