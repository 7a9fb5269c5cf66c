"""What lacks a language in which most of its source can be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge import schema
from bot.knowledge.content import SourceContent
from bot.knowledge.lint.finding import Finding, warning
from bot.knowledge.lint.subject import Subject

MOST = 0.5
"""From this share of its entries on, a source speaks a language, and a gap in it is one."""

RULE = "missing-language"


def missing(subject: Subject) -> Iterator[Finding]:
    """Entries and sections without a language that at least half of a source's entries have."""
    for source in subject.content.sources:
        for lang in (*schema.TRANSLATIONS, *schema.HEARD):
            without = [each for each in source.entries if getattr(each.spec, lang) is None]
            has = len(source.entries) - len(without)
            if has and has >= MOST * len(source.entries):
                as_others = f"has no {lang}, as {has} of {len(source.entries)} entries have"
                for entry in without:
                    message = f"{entry.spec.id!r} {as_others}: translate it"
                    yield warning(RULE, entry, message, "id")
                yield from _untitled(source, lang, as_others)


def _untitled(source: SourceContent, lang: str, as_others: str) -> Iterator[Finding]:
    """Yield the sections without a title in *lang*, if it is one in which titles are shown."""
    for at, section in enumerate(source.source.spec.sections):
        if lang in schema.TRANSLATIONS and getattr(section, lang) is None:
            message = f"the section {section.id!r} {as_others}: translate its title"
            yield warning(RULE, source.source, message, "sections", at)
