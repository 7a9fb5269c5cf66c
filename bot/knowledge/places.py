"""Places as entries cite them: ``5`` in the entry's own source, ``manual:5`` in another."""

from __future__ import annotations

from dataclasses import dataclass

Written = int | str


@dataclass(frozen=True, slots=True)
class Cited:
    """A place of a source, by the key that it has in `bot.core.model.Citation`."""

    source_id: str
    key: str


def cited(place: Written, own_id: str) -> Cited:
    """Return what *place* stands for in an entry of the source *own_id*."""
    source_id, _, within = str(place).rpartition(":")
    return Cited(source_id or own_id, f"p{within}" if within.isdecimal() else within)


def is_elsewhere(place: Written) -> bool:
    """Tell whether *place* is in another source than the entry's own."""
    return ":" in str(place)


def named(place: Written) -> str:
    """Return *place* in words: "paragraph 5", "meta", "paragraph 5 of manual"."""
    source_id, _, within = str(place).rpartition(":")
    words = f"paragraph {within}" if within.isdecimal() else within
    return f"{words} of {source_id}" if source_id else words
