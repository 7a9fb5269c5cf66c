"""What the rules look at: a sound base, as files, as an index, and way by way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.core.index import Index, LeftOut
from bot.core.text import Glossary, words
from bot.knowledge import schema
from bot.knowledge.content import Content, Located
from bot.knowledge.document import Place
from bot.knowledge.load import small_talk_id
from bot.knowledge.stems import Stems

EVERY_PHRASING = 1_000_000

Owner = Located[schema.EntrySpec] | Located[schema.SmallTalkSpec]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for *target* (an id): its text and language, and where it stands.

    *words* are those that the index reads. *is_title* tells a question from a phrasing.
    """

    owner: Owner
    target: str
    lang: str
    text: str
    at: Place
    words: tuple[str, ...]

    @property
    def is_title(self) -> bool:
        """Tell whether it is the question that the card shows."""
        return self.at[-1] == "question"

    @property
    def where(self) -> str:
        """File and line."""
        document = self.owner.document
        return f"{document.name}:{document.line((*self.owner.place, *self.at))}"


@dataclass(frozen=True)
class Subject:
    """A base without problems. *today* tells what is past its day."""

    content: Content
    index: Index
    today: date

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """How every phrasing fares that is not learned from."""
        return tuple(self.index.left_out(EVERY_PHRASING))

    @cached_property
    def stems(self) -> Stems:
        """Stems with this base's glossary."""
        return Stems(self.glossary)

    @cached_property
    def glossary(self) -> Glossary:
        """The base's own glossary, ready to read."""
        return Glossary(self.index.base.glossary)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every way to ask for anything, in the order of files and lines."""
        pieces: list[Owner] = [*self.content.entries, *self.content.small_talk]
        return tuple(
            Way(piece, _target(piece, lang), lang, text, at, self._read(text))
            for piece in pieces
            for lang, text, at in _texts(piece)
        )

    @cached_property
    def by_text(self) -> dict[tuple[str, str, str], Way]:
        """The way that has this target, language and text."""
        return {(way.target, way.lang, way.text): way for way in self.ways}

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(self.glossary.read(words(text)))


def _target(piece: Owner, lang: str) -> str:
    is_entry = isinstance(piece.spec, schema.EntrySpec)
    return piece.spec.id if is_entry else small_talk_id(piece.spec.id, lang)


def _texts(piece: Owner) -> Iterator[tuple[str, str, Place]]:
    yield from _asked("en", piece.spec, ())
    for lang in (*schema.TRANSLATIONS, *schema.HEARD):
        if part := getattr(piece.spec, lang):
            yield from _asked(lang, part, (lang,))


def _asked(
    lang: str,
    part: schema.EntrySpec | schema.TranslationSpec | schema.TalkSpec | schema.HeardSpec,
    at: Place,
) -> Iterator[tuple[str, str, Place]]:
    if isinstance(part, schema.EntrySpec | schema.TranslationSpec):
        yield lang, part.question, (*at, "question")
    for number, phrasing in enumerate(part.phrasings):
        yield lang, phrasing, (*at, "phrasings", number)
