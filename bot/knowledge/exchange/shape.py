"""Rows in the shape of entries: with ids, related by ids, and stubs where they cite nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from bot.core import text
from bot.core.model import Kind
from bot.knowledge import schema
from bot.knowledge.content import Located
from bot.knowledge.document import Document
from bot.knowledge.editing.fields import suggest_id
from bot.knowledge.editing.shelf import Shelf
from bot.knowledge.editing.yaml_item import reads_back
from bot.knowledge.exchange.row import Row, told
from bot.knowledge.explain import explain


def shaped(rows: Sequence[Row], shelf: Shelf, read: Document) -> Iterator[Located[Any]]:
    """Yield each row that has the shape of an entry or stub, at its number as place.

    Problems of the others are reported to *read*, the file that the rows stand in.
    """
    ids = _ids(rows, shelf)
    names = {row.key: id_ for row, id_ in zip(rows, ids, strict=True) if row.key}
    for number, (row, id_) in enumerate(zip(rows, ids, strict=True)):
        value = _completed(row, id_, names, shelf)
        try:
            spec = schema.item_adapter("entries", value).validate_python(value)
        except ValidationError as error:
            for at, message in explain(error, value):
                read.report((number,), _within(at) + message)
            continue
        if reads_back(spec):
            yield Located(spec, read, (number,))
        else:
            read.report((number,), "a control character stands in a text: delete it")


def _ids(rows: Sequence[Row], shelf: Shelf) -> list[Any]:
    """Return an id for each row: its own, that of the entry with its question, or a new one.

    Its own may be no text: that is reported with the rest of the row.
    """
    known = {_words(entry.spec.question): id_ for id_, entry in shelf.by_id.items()}
    taken = {*shelf.by_id, *(str(row.value.get("id", "")) for row in rows)}
    taken |= {talk.spec.id for talk in shelf.content.small_talk}
    ids: list[Any] = []
    for row in rows:
        question = str(row.value.get("question", ""))
        id_ = row.value.get("id") or known.get(_words(question)) or suggest_id(question, taken)
        ids.append(id_)
        taken.add(str(id_))
    return ids


def _words(question: str) -> tuple[str, ...]:
    return tuple(text.words(question))


def _completed(row: Row, id_: Any, names: Mapping[str, str], shelf: Shelf) -> dict[str, Any]:
    """Return all that can be known of *row*; an answer without a source is a stub.

    A row that is not whole says only what is to change of an entry that stands already.
    """
    there = shelf.by_id.get(id_) if isinstance(id_, str) else None
    value = {**(told(there.spec) if there and not row.whole else {}), **row.value, "id": id_}
    if isinstance(related := row.value.get("related"), list):
        value["related"] = [names.get(each, each) for each in map(str, related)]
    kind = value.get("kind", "stub")
    if kind in list(Kind) and kind != Kind.NOT_COVERED and not value.get("cites"):
        kind = "stub"
    return {**value, "kind": kind} if kind == "stub" else {"cites": [], **value}


def _within(at: tuple[str | int, ...]) -> str:
    """Return where *at* is, unless the message says it."""
    match at:
        case (str(key), int(number), *_):
            return f"{key} {number + 1}: "
        case (str(lang), str(), *_):
            return f"{lang}: "
        case _:
            return ""
