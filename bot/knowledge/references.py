"""What one piece of a knowledge folder says of another: ids, paragraphs, aliases."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.core import text
from bot.core.model import Form, Kind
from bot.core.reply import URL_LIMIT
from bot.knowledge import content, schema
from bot.knowledge.citations import passage_link
from bot.knowledge.content import Content, Located, SourceContent
from bot.knowledge.document import Place, short
from bot.knowledge.places import Written, cited, named

SECTIONS_SHOWN = 12
TARGET_LIMIT = 4000
"""So many entries and pieces of small talk: each has a weight for each word of the base, and the
index of 4,000 with ten phrasings takes some 2.3 GiB while it is built."""

ItemT = TypeVar("ItemT", bound=Hashable)


def read_content(folder: Path) -> Content:
    """Read *folder* and check shape and references; see ``Content.problems``."""
    found = content.read(folder)
    check_references(found)
    _check_written(found)
    return found


def check_references(found: Content) -> None:
    """Report ids that stand twice or nowhere, and places that the source does not have.

    Nothing is said of a missing id while a file of entries cannot be read: it may stand there.
    """
    ids = {id_ for each in found.sources for id_ in each.declared}
    whole = all(each.whole for each in found.sources)
    _check_unique([*found.entries, *found.stubs], "entry")
    _check_unique(found.small_talk, "small talk")
    _check_unique([each.source for each in found.sources], "source")
    _check_talk_ids(found, ids)
    _check_number(found)
    _check_glossary(found.glossary)
    places = _Places.of(found)
    for each in found.sources:
        _check_unique(each.golden, "golden question")
        _check_source(each.source)
        _check_entries(each, places)
        if whole:
            _check_ids(each, ids, {stub.spec.id for stub in found.stubs})


def _check_unique(items: Iterable[Located[Any]], what: str) -> None:
    first: dict[str, Located[Any]] = {}
    for item in items:
        if (other := first.setdefault(item.spec.id, item)) is not item:
            where = f"{other.document.name}:{other.document.line(other.place)}"
            item.report(f"the {what} {item.spec.id!r} stands already at {where}: rename one", "id")


def _check_written(found: Content) -> None:
    """A folder of stubs alone answers nothing, so it is no base yet."""
    if found.stubs and not found.entries and not found.problems:
        found.stubs[0].report("every entry is still a stub: write the answer of one, set its kind")


def _check_talk_ids(found: Content, ids: set[str]) -> None:
    for item in found.small_talk:
        if item.spec.id in ids:
            item.report(f"an entry has the id {item.spec.id!r} too: rename one", "id")


def _check_number(found: Content) -> None:
    items: list[Located[Any]] = [*found.entries, *found.small_talk]
    for item in items[TARGET_LIMIT : TARGET_LIMIT + 1]:
        item.report(f"{len(items)} entries with small talk: keep at most {TARGET_LIMIT} in a base")


def _check_glossary(glossary: list[Located[schema.AliasSpec]]) -> None:
    """An alias may stand once, as the matching reads it: without case, marks and hyphens."""
    first: dict[tuple[str, ...], int] = {}
    for item in glossary:
        names: list[tuple[str, Place]] = [(item.spec.name, ("name",))]
        names += [(alias, ("aliases", number)) for number, alias in enumerate(item.spec.aliases)]
        for name, at in names:
            line = item.document.line((*item.place, *at))
            if not (read := tuple(text.words(name))):
                item.report(f"{short(name)} holds no word: write letters or digits", *at)
            elif read in first:
                item.report(f"{short(name)} stands already on line {first[read]}: keep one", *at)
            first.setdefault(read, line)


def _check_source(source: Located[schema.SourceSpec]) -> None:
    if source.spec.form is Form.ARTICLE and not source.spec.url:
        source.report("the key 'url' is missing: add it")
    sections = [section.id for section in source.spec.sections]
    known = frozenset(sections)
    for passage, place in passages(source.spec):
        if passage.section not in known:
            some = ", ".join(sections[:SECTIONS_SHOWN])
            message = f"no section has the id {passage.section!r}: name one of {some}"
            source.report(message, *place, "section")
        link = passage_link(source.spec.url, passage.fragment)
        if len(link) > URL_LIMIT:
            message = f"its link has {len(link)} characters: shorten its words to fit {URL_LIMIT}"
            source.report(message, *place, "start")
    for at, section in _again(sections):
        source.report(f"the section {section!r} stands twice: rename one", "sections", at, "id")
    for at, number in _again(paragraph.number for paragraph in source.spec.paragraphs):
        message = f"paragraph {number} stands twice: number each once"
        source.report(message, "paragraphs", at, "number")


def _again(items: Iterable[ItemT]) -> Iterator[tuple[int, ItemT]]:
    """Yield each of *items* that stood before, with its number."""
    seen: set[ItemT] = set()
    for at, item in enumerate(items):
        if item in seen:
            yield at, item
        seen.add(item)


def passages(spec: schema.SourceSpec) -> Iterator[tuple[schema.PassageSpec, Place]]:
    """Yield the caption, if any, and each paragraph, with its place in the file."""
    if spec.caption:
        yield spec.caption, ("caption",)
    for at, paragraph in enumerate(spec.paragraphs):
        yield paragraph, ("paragraphs", at)


@dataclass(frozen=True, slots=True)
class _Places:
    """The keys of the places of each source. *whole*: every source could be read."""

    by_source: dict[str, set[str]]
    whole: bool

    @classmethod
    def of(cls, found: Content) -> _Places:
        by_source = {each.source.spec.id: _keys(each.source.spec) for each in found.sources}
        return cls(by_source, whole=found.sources_whole)

    def problem(self, place: Written, own_id: str) -> str:
        """Return what is wrong with *place*, cited in the source *own_id*, or an empty text."""
        wanted = cited(place, own_id)
        if str(place).startswith(f"{own_id}:"):
            return f"{own_id} is the entry's own source: write {str(place).rpartition(':')[2]}"
        if wanted.source_id not in self.by_source:
            known = ", ".join(sorted(self.by_source))
            missing = f"no source has the id {wanted.source_id!r}: name one of {known}"
            return missing if self.whole else ""
        if wanted.key in self.by_source[wanted.source_id]:
            return ""
        owner = "the source" if wanted.source_id == own_id else wanted.source_id
        words = named(wanted.key.removeprefix("p"))
        return f"{owner} has no {words}: cite a place that its source.yaml lists"


def _keys(spec: schema.SourceSpec) -> set[str]:
    caption = {"caption"} if spec.caption else set()
    return {"meta", *caption, *(f"p{paragraph.number}" for paragraph in spec.paragraphs)}


def _check_entries(each: SourceContent, places: _Places) -> None:
    own_id = each.source.spec.id
    for entry in each.entries:
        if not entry.spec.cites and entry.spec.kind is not Kind.NOT_COVERED:
            entry.report("an answer needs a source: cite a paragraph, meta or caption", "cites")
        _check_places(entry, own_id, places)
    for stub in each.stubs:
        _check_places(stub, own_id, places)


def _check_places(
    entry: Located[schema.EntrySpec] | Located[schema.StubSpec], own_id: str, places: _Places
) -> None:
    spec = entry.spec
    for at, place in enumerate(spec.cites):
        if problem := places.problem(place, own_id):
            entry.report(problem, "cites", at)
    for at, place in _again(spec.cites):
        entry.report(f"{named(place)} is cited twice: keep one", "cites", at)
    read = frozenset(spec.cites)
    for place in spec.evidence:
        if place not in read:
            message = f"evidence for {named(place)}, which is not cited: cite it or remove this"
            entry.report(message, "evidence", place)


def _check_ids(each: SourceContent, ids: set[str], stubs: set[str]) -> None:
    for entry in each.entries:
        for at, id_ in enumerate(entry.spec.related):
            if id_ == entry.spec.id:
                entry.report("an entry is not related to itself: remove it", "related", at)
            elif id_ not in ids:
                entry.report(_no_entry(id_), "related", at)
        for at, id_ in _again(entry.spec.related):
            entry.report(f"{id_!r} is related twice: keep one", "related", at)
    for golden in each.golden:
        reach = golden.spec.reach if isinstance(golden.spec.reach, list) else []
        for at, id_ in enumerate(reach):
            if id_ not in ids:
                golden.report(_no_entry(id_), "reach", at)
            elif id_ in stubs:
                golden.report(f"{id_!r} is still a stub: write its answer first", "reach", at)


def _no_entry(id_: str) -> str:
    return f"no entry has the id {id_!r}: correct it or add the entry"
