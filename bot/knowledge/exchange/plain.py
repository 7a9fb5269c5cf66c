"""A table with a row an entry: its columns are keys of an entry, and a list has a line an item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from bot.knowledge.exchange.row import Row, Rows, Spec, told
from bot.knowledge.exchange.sheet import Line, Sheet

COLUMNS = (
    *("id", "question", "phrasings", "answer", "kind", "cites", "evidence", "related"),
    "review_by",
)
_EVIDENCE = re.compile(r"((?:[a-z0-9-]+:)?(?:\d+|meta|caption))\s*:(.*)")
"""A place and a term; a place in another source begins with its id."""


def read_plain(sheet: Sheet) -> Rows:
    """Return a row for each line; an empty cell says nothing, other columns are passed over."""
    return Rows(tuple(_row(line) for line in sheet.lines), sheet.problems)


def write_plain(specs: Iterable[Spec]) -> list[list[str]]:
    """Return the header and a row for each of *specs*."""
    return [list(COLUMNS), *([_cell(told(spec).get(key)) for key in COLUMNS] for spec in specs)]


def places(cell: str) -> list[int | str]:
    """Return the places in *cell*, parted by commas, semicolons or blanks."""
    return [place(word) for word in _words(cell)]


def place(word: str) -> int | str:
    """Return a paragraph's number, else *word* as it is."""
    return int(word) if re.fullmatch(r"\d{1,6}", word) else word


def _row(line: Line) -> Row:
    value: dict[str, Any] = {}
    for key in COLUMNS:
        if cell := line.cells.get(key, ""):
            value[key] = _READERS.get(key, str)(cell)
    return Row(line.number, value)


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _words(cell: str) -> list[str]:
    return [word for word in re.split(r"[,;\s]+", cell) if word]


def _evidence(cell: str) -> dict[int | str, list[str]]:
    """Return the terms of each place: a line a term, ``5: red granite``, ``lamps:5: a quarry``."""
    found: dict[int | str, list[str]] = {}
    for line in _lines(cell):
        read = _EVIDENCE.fullmatch(line)
        where, term = read.groups() if read else line.partition(":")[::2]
        found.setdefault(place(where.strip()), []).append(term.strip())
    return found


_READERS: dict[str, Callable[[str], Any]] = {
    "phrasings": _lines,
    "cites": places,
    "evidence": _evidence,
    "related": _words,
}


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            return "\n".join(map(str, value))
        case dict():
            return "\n".join(
                f"{where}: {term}" for where, terms in value.items() for term in terms
            )
        case _:
            return str(value)
