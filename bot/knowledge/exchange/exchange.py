"""A file of questions and answers, read into a knowledge folder or written from one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.errors import EditError
from bot.knowledge import document
from bot.knowledge.editing.home import file_of
from bot.knowledge.editing.shelf import Shelf, choose, open_shelf, open_shelves
from bot.knowledge.exchange import azure, plain
from bot.knowledge.exchange.own import read_own, write_own
from bot.knowledge.exchange.row import Rows, Spec, left_out
from bot.knowledge.exchange.sheet import read_sheet, write_sheet
from bot.knowledge.exchange.take import Taken, take
from bot.knowledge.files import replace_files
from bot.whole import behind

ENDINGS = (".csv", ".tsv", ".json")
LIMIT_BYTES = 64 * 1024 * 1024
"""Azure's table says every answer again for each way to ask for it."""


class Columns(StrEnum):
    """What a table's columns are."""

    PLAIN = "plain"
    AZURE = "azure"


@dataclass(frozen=True, slots=True)
class Exported:
    """How many entries were written, and which of their keys the file has no place for."""

    entries: int
    left_out: tuple[str, ...] = ()


def import_file(path: Path, folder: Path, source_id: str, *, force: bool) -> Taken:
    """Take the entries in the file at *path* into the base in *folder*.

    They go to the source *source_id*, else to the one that they name, else to the only one. Raises
    `EditError` where the file cannot be read or names no source here, or nothing can be written,
    `BaseError` where the folder cannot be read.
    """
    text, read = document.read_text(path, limit_bytes=LIMIT_BYTES)
    if read.problems:
        raise EditError(str(read.problems[0]))
    found = _read(text, path, read.name)
    shelves = open_shelves(folder)
    named = dict.fromkeys(row.source for row in found.rows)
    meant = {name: choose(shelves, source_id or name).id for name in named}
    rows = [replace(row, source=meant[row.source]) for row in found.rows]
    taken = take(rows, shelves, folder, read.name, force=force)
    problems = sorted([*found.problems, *taken.problems], key=lambda each: each.line)
    return replace(taken, problems=tuple(problems))


def export_file(
    path: Path, folder: Path, source_id: str, columns: Columns, *, force: bool
) -> Exported:
    """Write the entries of the base in *folder* to *path*.

    JSON holds those of all sources, unless *source_id* names one. Raises `EditError` where the
    file is there already, unless *force*, or its ending does not say what it is to be.
    """
    ending = _ending(path)
    if path.exists() and not force:
        raise EditError(f"{path} is there already: name another file, or add --force.")
    if ending == ".json":
        shelves = [open_shelf(folder, source_id)] if source_id else open_shelves(folder)
        return _export_own(path, shelves)
    return _export_table(path, open_shelf(folder, source_id), columns)


def _export_own(path: Path, shelves: Sequence[Shelf]) -> Exported:
    entries = [
        (shelf.id, Path(file_of(each, shelf)).name, each.spec)
        for shelf in shelves
        for each in shelf.entries
    ]
    _write(path, write_own(entries))
    return Exported(len(entries))


def _export_table(path: Path, shelf: Shelf, columns: Columns) -> Exported:
    specs = [each.spec for each in shelf.entries]
    text = write_sheet(_rows(specs, shelf, columns), tabs=path.suffix.lower() == ".tsv")
    _write(path, text)
    return Exported(len(specs), left_out(specs, _KEPT[columns]))


def _write(path: Path, text: str) -> None:
    place = behind(path)
    replace_files(place.parent, {place.name: text})


_KEPT = {Columns.PLAIN: plain.COLUMNS, Columns.AZURE: azure.KEPT}


def _rows(specs: Sequence[Spec], shelf: Shelf, columns: Columns) -> list[list[str]]:
    if columns is Columns.AZURE:
        return azure.write_azure(specs, shelf.source.source.spec)
    return plain.write_plain(specs)


def _read(text: str, path: Path, name: str) -> Rows:
    if _ending(path) == ".json":
        return read_own(text, name)
    sheet = read_sheet(text, name)
    return azure.read_azure(sheet, name) if azure.is_azure(sheet) else plain.read_plain(sheet)


def _ending(path: Path) -> str:
    if (ending := path.suffix.lower()) not in ENDINGS:
        raise EditError(f"{path} ends in none of {', '.join(ENDINGS)}: rename it by what it is.")
    return ending
