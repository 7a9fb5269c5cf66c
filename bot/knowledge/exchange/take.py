"""Rows taken into a base: what fits is written, all else named, nothing overwritten unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import Problem
from bot.knowledge.document import Document, shown
from bot.knowledge.editing.add import text_of
from bot.knowledge.editing.home import file_of, number_of
from bot.knowledge.editing.shelf import Shelf, Written
from bot.knowledge.editing.splice import splice
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.exchange.fit import fitting, source_of
from bot.knowledge.exchange.row import Row
from bot.knowledge.files import replace_files
from bot.knowledge.schema import StubSpec

FILE = "imported.yaml"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of rows; *stubs* are some of those *added*."""

    added: int
    stubs: int
    replaced: int
    unchanged: int
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def take(
    rows: Sequence[Row], shelves: Sequence[Shelf], folder: Path, name: str, *, force: bool
) -> Taken:
    """Write what *rows*, from the file *name*, say to their sources, each in one of *shelves*.

    These are all sources of *folder*. An entry that stands there and differs is kept, unless
    *force*. Nothing is written before it is known what fits. Raises `EditError` where a file
    cannot be written.
    """
    read = Document(name, lines={(number,): number for number in range(len(rows))})
    there = shelves[0].by_id
    found = fitting(rows, shelves, read, force=force)
    added = [each for each in found if each.spec.id not in there]
    known = [each for each in found if each.spec.id in there]
    changed = [each for each in known if there[each.spec.id].spec != each.spec]
    texts = {
        (shelf.folder / file).relative_to(shown(folder)).as_posix(): text
        for shelf in shelves
        for file, text in _texts(rows, shelf, added, changed).items()
    }
    if texts:
        replace_files(folder, texts)
    return Taken(
        added=len(added),
        stubs=sum(isinstance(each.spec, StubSpec) for each in added),
        replaced=len(changed),
        unchanged=len(known) - len(changed),
        files=tuple(shown(folder / file) for file in texts),
        problems=tuple(_at_lines(read, rows)),
    )


def _texts(
    rows: Sequence[Row], shelf: Shelf, added: Sequence[Written], changed: Sequence[Written]
) -> dict[str, str]:
    """Return the new text of each file, by its path in the folder of *shelf*."""
    there = shelf.by_id
    new: dict[str, list[str]] = {}
    for each in _for(shelf, added, rows):
        file = f"entries/{rows[number_of(each)].file or FILE}"
        new.setdefault(file, []).append(to_item(each.spec))
    replaced: dict[str, dict[int, str]] = {}
    for each in _for(shelf, changed, rows):
        old = there[each.spec.id]
        replaced.setdefault(file_of(old, shelf), {})[number_of(old)] = to_item(each.spec)
    return {
        file: splice(
            text_of(shelf, file), file, replaced=replaced.get(file, {}), added=new.get(file, [])
        )
        for file in dict.fromkeys([*new, *replaced])
    }


def _for(shelf: Shelf, found: Sequence[Written], rows: Sequence[Row]) -> list[Written]:
    return [each for each in found if source_of(each, rows) == shelf.id]


def _at_lines(read: Document, rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield the problems of *read* at the lines of the rows that are meant, each once."""
    for problem in dict.fromkeys(sorted(read.problems, key=lambda each: each.line)):
        yield Problem(problem.file, rows[problem.line].line, problem.message)
