"""A table in a text: comma-separated (RFC 4180) or tab-separated, its first line the header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.errors import EditError, Problem

DELIMITERS = (",", ";", "\t")
"""Programs write semicolons where people write decimals with a comma."""
CELL_LIMIT_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row by column, in small letters; it begins on line *number*."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, and the problems of the rows that do not fit its header."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


class _UnreadableError(Exception):
    """The row that begins on *line* cannot be read; the text is the csv module's reason."""

    def __init__(self, line: int, reason: csv.Error) -> None:
        super().__init__(str(reason))
        self.line = line


def read_sheet(text: str, name: str) -> Sheet:
    """Return the table in *text*, the file *name*.

    Cells are parted by what makes one of the header's cells a question. Raises `EditError` if
    nothing does, or a cell is too long.
    """
    csv.field_size_limit(CELL_LIMIT_CHARS)
    refusal = "1: no column is called Question: name the columns in the first line."
    for delimiter in DELIMITERS:
        try:
            rows = _rows(text, delimiter)
        except _UnreadableError as error:
            refusal = f"{error.line}: a cell cannot be read ({error}): shorten or divide it."
            continue
        header = tuple(cell.strip().lower() for cell in rows[0][1]) if rows else ()
        if "question" in header:
            return _sheet(header, rows[1:], name)
    raise EditError(f"{name}:{refusal}")


def write_sheet(rows: Iterable[Sequence[str]], *, tabs: bool) -> str:
    """Return *rows* as text: with commas and a byte-order mark, by which Excel knows UTF-8.

    With *tabs* nothing is quoted, and a line's end in a cell stands as ``\\n``: what Azure reads.
    """
    if tabs:
        return "".join("\t".join(map(_on_one_line, row)) + "\n" for row in rows)
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return f"\ufeff{out.getvalue()}"


def _on_one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", "\\n")


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the rows, each with the line that it begins on.

    Where quotes do not pair up they are text, as in most tables with tabs.
    """
    try:
        return list(_parsed(text, delimiter, csv.QUOTE_MINIMAL))
    except _UnreadableError:
        return list(_parsed(text, delimiter, csv.QUOTE_NONE))


def _parsed(text: str, delimiter: str, quoting: Literal[0, 3]) -> Iterator[tuple[int, list[str]]]:
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise _UnreadableError(start, error) from None


def _sheet(header: tuple[str, ...], rows: list[tuple[int, list[str]]], name: str) -> Sheet:
    lines, problems = [], []
    for number, row in rows:
        cells = [cell.replace("\\r\\n", "\n").replace("\\n", "\n").strip() for cell in row]
        if len(row) > len(header):
            message = f"{len(row)} cells stand under {len(header)} columns: put texts in quotes"
            problems.append(Problem(name, number, message))
        elif any(cells):
            cells += [""] * (len(header) - len(row))
            lines.append(Line(number, dict(zip(header, cells, strict=True))))
    return Sheet(header, tuple(lines), tuple(problems))
