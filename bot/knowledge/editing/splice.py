"""Items put into the text of an entry file; all other lines stay as they are, comments too.

Reading a file and writing it anew, even with a library that keeps comments, lays out afresh what
people have laid out: in the shipped files most lines would change. So lines are put between lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.errors import EditError
from bot.knowledge import document

HEAD = "# yaml-language-server: $schema=../../schema/entries.json\n"


def splice(
    text: str,
    name: str,
    *,
    replaced: Mapping[int, str],
    added: Sequence[str],
    after: int | None = None,
) -> str:
    """Return *text*, the file *name*, with items (as YAML) *replaced* by number, and *added*.

    What is added stands behind the item number *after*, else at the end. A file without items
    may be empty. Raises `EditError` where the file is no list with a dash before each item, or
    would be too long to be read.
    """
    read = document.parse(text, name)
    value = [] if read.value is None else read.value
    if read.problems or not isinstance(value, list):
        raise _layout_error(name)
    starts = [read.line((at,)) - 1 for at in range(len(value))]
    last = len(value) - 1 if after is None else after
    lines = _Lines(text or HEAD, starts)
    new = lines.changed(replaced, added, last)
    if document.parse(new, name).value != _wanted(value, replaced, added, last):
        raise _layout_error(name)
    if len(new.encode()) > document.FILE_LIMIT_BYTES:
        raise EditError(f"{name} would be too long to be read: take in a part, rename it, go on.")
    return new


class _Lines:
    """The lines of a file, and where its items begin."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self.ending = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.splitlines(keepends=True)
        if not self.lines[-1].endswith("\n"):
            self.lines[-1] += self.ending
        self.starts = starts
        first = self.lines[starts[0]] if starts else ""
        self.margin = first[: len(first) - len(first.lstrip())]

    def changed(self, replaced: Mapping[int, str], added: Sequence[str], last: int) -> str:
        """Return the text with all changes, made from its end on: so line numbers stay true."""
        is_last = last >= len(self.starts) - 1
        end = len(self.lines) if is_last else self._end(last)
        changes = [(end, end, self._apart(added, end))] if added else []
        changes += [(self.starts[at], self._end(at), self._item(replaced[at])) for at in replaced]
        new = list(self.lines)
        for start, stop, lines in sorted(changes, reverse=True):
            new[start:stop] = lines
        return "".join(new)

    def _end(self, at: int) -> int:
        """Return the line behind an item: blanks and comments at the margin are the next one's."""
        is_last = at + 1 >= len(self.starts)
        end = len(self.lines) if is_last else self.starts[at + 1]
        while end > self.starts[at] + 1 and _is_between(self.lines[end - 1]):
            end -= 1
        return end

    def _item(self, item: str) -> list[str]:
        return [(self.margin + line if line else "") + self.ending for line in item.splitlines()]

    def _apart(self, items: Sequence[str], at: int) -> list[str]:
        """Return *items*, for line *at*, with a blank line to each side but below a heading."""
        lines = [line for item in items for line in [*self._item(item), self.ending]]
        if at and self.lines[at - 1].strip() and not self.lines[at - 1].startswith("#"):
            lines = [self.ending, *lines]
        has_blank = at == len(self.lines) or not self.lines[at].strip()
        return lines[:-1] if has_blank else lines


def _is_between(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _wanted(
    value: list[Any], replaced: Mapping[int, str], added: Sequence[str], last: int
) -> list[Any]:
    kept = [_read(replaced[at]) if at in replaced else item for at, item in enumerate(value)]
    return [*kept[: last + 1], *map(_read, added), *kept[last + 1 :]]


def _read(item: str) -> Any:
    (value,) = document.parse(item, "an item").value
    return value


def _layout_error(name: str) -> EditError:
    return EditError(f"{name} is no list with a dash before each item: lay it out so, then again.")
