"""What Discord would not show whole, though it is well formed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.model import Kind
from bot.core.reply import LABEL_LIMIT
from bot.core.together import FOOTNOTE_LIMIT
from bot.knowledge import schema
from bot.knowledge.content import Located
from bot.knowledge.document import Place
from bot.knowledge.lint.finding import Finding, error, warning
from bot.knowledge.lint.subject import Subject


def cut(subject: Subject) -> Iterator[Finding]:
    """Texts that a card or a button cuts, and footnotes that it leaves out."""
    linked = {id_ for entry in subject.content.entries for id_ in entry.spec.related}
    for entry in subject.content.entries:
        yield from _questions(entry, is_linked=entry.spec.id in linked)
        if len(entry.spec.cites) > FOOTNOTE_LIMIT:
            message = (
                f"{len(entry.spec.cites)} places are cited, a card shows "
                f"{FOOTNOTE_LIMIT}: cite the strongest"
            )
            yield error("over-limit", entry, message, "cites")


def _questions(entry: Located[schema.EntrySpec], *, is_linked: bool) -> Iterator[Finding]:
    """An answer is offered on buttons; a curated decline only where an entry names it."""
    if entry.spec.kind is Kind.NOT_COVERED and not is_linked:
        return
    parts: list[tuple[Place, str]] = [((), entry.spec.question)]
    for lang in schema.TRANSLATIONS:
        if part := getattr(entry.spec, lang):
            parts.append(((lang,), part.question))
    for at, question in parts:
        if len(question) > LABEL_LIMIT:
            message = (
                f"the question has {len(question)} characters, a button shows "
                f"{LABEL_LIMIT}: shorten it"
            )
            yield warning("over-limit", entry, message, *at, "question")
