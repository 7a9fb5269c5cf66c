"""How much of an answer stands in the paragraphs that it cites, counted in words.

A low figure is no mistake: it shows where a person should read answer and paragraphs side by
side first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.model import Alias, Kind
from bot.core.text import Glossary
from bot.knowledge import schema
from bot.knowledge.beside import Beside
from bot.knowledge.content import Located
from bot.knowledge.places import cited, is_elsewhere
from bot.knowledge.stems import Stems

ATTRIBUTION = (
    "according article author text writer argue call claim describe expect explain give list "
    "mention name report say see speak state tell warn write"
)
"""Words that say who says something, not what."""


@dataclass(frozen=True, slots=True)
class Support:
    """The answer of one entry: *share* of its content words are carried, *missing* are not."""

    entry_id: str
    file: str
    line: int
    share: float
    missing: tuple[str, ...]


def weakest(beside: Beside, aliases: Iterable[Alias], limit: int) -> tuple[Support, ...]:
    """Return at most *limit* answers with the least support, the weakest first.

    A curated decline is left out: what it says is that the article does not. So is what rests on
    another source too, whose text is not at hand.
    """
    weighing = _Weighing(beside, Stems(Glossary(aliases)))
    found = [
        weighing.weigh(entry)
        for entry in beside.content.entries
        if entry.spec.kind is not Kind.NOT_COVERED and not any(map(is_elsewhere, entry.spec.cites))
    ]
    return tuple(sorted(found, key=lambda each: (each.share, each.entry_id))[:limit])


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Weighs the answers of one source, word by word."""

    beside: Beside
    stems: Stems

    def weigh(self, entry: Located[schema.EntrySpec]) -> Support:
        spec = entry.spec
        own_id = self.beside.content.source.spec.id
        texts = [self.beside.text(cited(place, own_id).key) for place in spec.cites]
        carried = {stem for text in texts for stem in self.stems.of(text)}
        carried |= set(self.stems.of(ATTRIBUTION))
        words = list(dict.fromkeys(self.stems.content_words(spec.answer)))
        missing = tuple(word for word in words if self.stems.stem(word) not in carried)
        share = 1 - len(missing) / len(words) if words else 1.0
        line = entry.document.line((*entry.place, "answer"))
        return Support(spec.id, entry.document.name, line, share, missing)
