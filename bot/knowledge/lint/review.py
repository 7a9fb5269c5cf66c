"""Entries whose day of review has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject


def overdue(subject: Subject) -> Iterator[Finding]:
    """Entries that were to be read again by a day that is past."""
    for entry in subject.content.entries:
        day = entry.spec.review_by
        if day and date.fromisoformat(day) < subject.today:
            message = f"to be reviewed by {day}: read it again, then set a later day or none"
            yield warning("review", entry, message, "review_by")
