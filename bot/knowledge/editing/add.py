"""A new entry, written where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.errors import EditError
from bot.knowledge import document
from bot.knowledge.editing.home import Home, home_of
from bot.knowledge.editing.shelf import Shelf, open_shelf
from bot.knowledge.editing.splice import splice
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.files import replace_files
from bot.knowledge.schema import EntrySpec


@dataclass(frozen=True, slots=True)
class Added:
    """Where an entry stands now; lines count from 1."""

    file: str
    line: int


def add_entry(folder: Path, source_id: str, entry: EntrySpec) -> Added:
    """Write *entry* into the base in *folder*, as it is by now: somebody may have edited it.

    Raises `EditError`, with nothing written, where its id stands there by now, and `BaseError`
    where a file cannot be read.
    """
    shelf = open_shelf(folder, source_id)
    if entry.id in shelf.by_id:
        raise EditError(f"The id {entry.id!r} stands there by now: choose another.")
    home = home_of(entry, shelf)
    name = document.shown(shelf.folder / home.file)
    text = splice(
        text_of(shelf, home.file), name, replaced={}, added=[to_item(entry)], after=home.after
    )
    replace_files(shelf.folder, {home.file: text})
    return Added(name, _line(text, name, home))


def text_of(shelf: Shelf, file: str) -> str:
    """Return the text of *file* in the folder of *shelf*, empty where there is none yet."""
    path = shelf.folder / file
    if not path.exists():
        return ""
    text, read = document.read_text(path)
    if read.problems:
        raise EditError(str(read.problems[0]))
    return text


def _line(text: str, name: str, home: Home) -> int:
    read = document.parse(text, name)
    at = len(read.value) - 1 if home.after is None else home.after + 1
    return read.line((at,))
