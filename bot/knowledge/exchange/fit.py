"""Which rows may become entries, held against one another and all that stands there already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.knowledge.content import Content, SourceContent
from bot.knowledge.document import Document
from bot.knowledge.editing.home import number_of
from bot.knowledge.editing.shelf import Shelf, Written
from bot.knowledge.exchange.row import Row
from bot.knowledge.exchange.shape import shaped
from bot.knowledge.references import check_references
from bot.knowledge.schema import EntrySpec, StubSpec

_FILE_NAME = re.compile(r"\w[\w.-]{0,60}\.yaml")


def fitting(
    rows: Sequence[Row], shelves: Sequence[Shelf], read: Document, *, force: bool
) -> list[Written]:
    """Return the rows that fit together, each as an entry or stub, with its number as place.

    *shelves* are all sources of a folder. Why a row does not fit is reported to *read*, with its
    number as line.
    """
    there = shelves[0].by_id
    by_source = {shelf.id: shelf for shelf in shelves}
    found = list(_once(shaped(rows, shelves[0], read)))
    while True:
        ids = {*there, *(each.spec.id for each in found)}
        found = [_without_unknown(each, ids) for each in found]
        sound = [
            each
            for each in _sound(found, rows, shelves, read)
            if _may_stand(each, by_source[source_of(each, rows)], there, force=force)
            and _names_a_file(each, rows)
        ]
        if len(sound) == len(found):
            return found
        found = sound


def source_of(new: Written, rows: Sequence[Row]) -> str:
    """Return the id of the source that *new*, one of *rows*, is for."""
    return rows[number_of(new)].source


def _once(found: Iterable[Written]) -> Iterator[Written]:
    seen: set[str] = set()
    for each in found:
        if each.spec.id in seen:
            each.report(f"another row has the id {each.spec.id!r} too: rename one")
        else:
            seen.add(each.spec.id)
            yield each


def _may_stand(new: Written, shelf: Shelf, there: Mapping[str, Written], *, force: bool) -> bool:
    """Tell whether *new* is new, as it was, or may replace what stands under its id."""
    id_ = new.spec.id
    if any(id_ == talk.spec.id for talk in shelf.content.small_talk):
        new.report(f"small talk has the id {id_!r}: rename it")
        return False
    old = there.get(id_)
    if old is None or old.spec == new.spec:
        return True
    where = f"{old.document.name}:{old.document.line(old.place)}"
    if id_ not in {each.spec.id for each in shelf.entries}:
        new.report(f"{id_!r} stands in another source, at {where}: rename it")
        return False
    if not force:
        new.report(f"{id_!r} differs from what stands at {where}: add --force to replace that")
    return force


def _names_a_file(new: Written, rows: Sequence[Row]) -> bool:
    file = rows[number_of(new)].file
    if file and not _FILE_NAME.fullmatch(file):
        new.report(f"{file!r} is no file of entries: write a name as about.yaml")
        return False
    return True


def _without_unknown(new: Written, ids: set[str]) -> Written:
    """Return *new* without related entries that are nowhere, and report them."""
    unknown = [id_ for id_ in new.spec.related if id_ not in ids]
    if not unknown:
        return new
    new.report(f"left out of 'related', since no entry has these ids: {', '.join(unknown)}")
    related = [id_ for id_ in new.spec.related if id_ in ids]
    spec: Any = new.spec.model_copy(update={"related": related})
    return replace(new, spec=spec)


def _sound(
    found: Sequence[Written], rows: Sequence[Row], shelves: Sequence[Shelf], read: Document
) -> list[Written]:
    """Return those of *found* that fit into the folder together; report what the others lack."""
    trial = Document(read.name, lines=read.lines)
    check_references(_with([replace(each, document=trial) for each in found], rows, shelves))
    read.problems += trial.problems
    bad = {problem.line for problem in trial.problems}
    return [each for each in found if number_of(each) not in bad]


def _with(found: Sequence[Written], rows: Sequence[Row], shelves: Sequence[Shelf]) -> Content:
    """Return the content of the folder as it would be with *found*."""
    sources = [
        _filled(shelf, [each for each in found if source_of(each, rows) == shelf.id])
        for shelf in shelves
    ]
    return replace(shelves[0].content, sources=sources)


def _filled(shelf: Shelf, found: Sequence[Written]) -> SourceContent:
    """Return the source of *shelf* as it would be with *found*; without its golden questions."""
    ids = {each.spec.id for each in found}
    kept = [each for each in shelf.entries if each.spec.id not in ids]
    written = [*kept, *found]
    return replace(
        shelf.source,
        entries=[each for each in written if isinstance(each.spec, EntrySpec)],
        stubs=[each for each in written if isinstance(each.spec, StubSpec)],
        golden=[],
        declared=shelf.source.declared | ids,
    )
