"""Entries that lack a language in which most of the others can be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge import schema
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

MOST = 0.5
"""From this share on, a language is one that the source speaks, and a gap in it is one."""


def missing(subject: Subject) -> Iterator[Finding]:
    """Entries without a language that at least half of their source's entries have."""
    for source in subject.content.sources:
        for lang in (*schema.TRANSLATIONS, *schema.HEARD):
            without = [each for each in source.entries if getattr(each.spec, lang) is None]
            has = len(source.entries) - len(without)
            if has and has >= MOST * len(source.entries):
                for entry in without:
                    message = (
                        f"{entry.spec.id!r} has no {lang}, as {has} of {len(source.entries)} "
                        f"entries have: translate it"
                    )
                    yield warning("missing-language", entry, message, "id")
