"""Footnote's own JSON: a list of entries, with all that they hold and where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.errors import EditError, Problem
from bot.knowledge.exchange.plain import place
from bot.knowledge.exchange.row import Row, Rows, Spec, told

_BETWEEN = " \t\r\n,"
_WHERE = ("source", "file")


def read_own(text: str, name: str) -> Rows:
    """Return a row for each entry in *text*, the file *name*; raise `EditError` if it is none."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, value in _items(text, name):
        if isinstance(value, dict):
            rows.append(_row(line, value))
        else:
            problems.append(
                Problem(name, line, "this is no entry: write keys and values in braces")
            )
    return Rows(tuple(rows), tuple(problems))


def write_own(entries: Iterable[tuple[str, str, Spec]]) -> str:
    """Return *entries* (each with its source's id and its file) as JSON that a person can read."""
    items = [{"source": source, "file": file, **told(spec)} for source, file, spec in entries]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def _items(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """Yield each item of a list with its line, which Python's reader does not tell."""
    decoder = json.JSONDecoder()
    at = text.find("[") + 1
    counted, line = 0, 1
    for _ in _list(text, name):
        while text[at] in _BETWEEN:
            at += 1
        line += text.count("\n", counted, at)
        counted = at
        value, at = decoder.raw_decode(text, at)
        yield line, value


def _list(text: str, name: str) -> list[Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise EditError(f"{name}:{error.lineno}: this is not valid JSON: {error.msg}.") from None
    except RecursionError:
        raise EditError(f"{name}:1: this is nested too deep: flatten it.") from None
    if not isinstance(found, list):
        raise EditError(f"{name}:1: this is no list of entries: write it in square brackets.")
    return found


def _row(line: int, item: dict[str, Any]) -> Row:
    value = {key: each for key, each in item.items() if key not in _WHERE}
    if isinstance(terms := value.get("evidence"), dict):
        value["evidence"] = {place(where): found for where, found in terms.items()}
    source, file = (str(item.get(key, "")) for key in _WHERE)
    return Row(line, value, whole=True, source=source, file=file)
