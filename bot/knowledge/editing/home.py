"""Where a new entry belongs: beside those that rest on the same paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.model import Kind
from bot.knowledge.editing.shelf import Shelf, Spec, Written


@dataclass(frozen=True, slots=True)
class Home:
    """A file of entries, by its path in the source's folder, and the item to stand behind.

    Without *after*, the entry stands at the end of the file.
    """

    file: str
    after: int | None = None


def home_of(spec: Spec, shelf: Shelf) -> Home:
    """Return the place behind the last of the entries that are nearest to *spec*.

    Curated declines stand together; then count the cited paragraphs and their sections. Where
    nothing is near, it is the end of the file that is named after the section.
    """
    sections = _sections(spec, shelf)
    near = [each for each in shelf.entries if _nearness(each.spec, spec, shelf) > (0, 0)]
    if near:
        best = max(_nearness(each.spec, spec, shelf) for each in near)
        last = [each for each in near if _nearness(each.spec, spec, shelf) == best][-1]
        return Home(file_of(last, shelf), number_of(last))
    return Home(f"entries/{min(sections, default='') or shelf.id}.yaml")


def file_of(entry: Written, shelf: Shelf) -> str:
    """Return the file that *entry* stands in, as a path in the folder of its source."""
    name = entry.document.name
    return name.removeprefix(f"{shelf.folder.as_posix()}/")


def number_of(entry: Written) -> int:
    """Return which item of its file *entry* is, counted from 0."""
    (at,) = entry.place
    return int(at)


def _nearness(there: Spec, new: Spec, shelf: Shelf) -> tuple[int, int]:
    """Return how many places, then sections, two entries share: an answer none with a decline."""
    if (there.kind == Kind.NOT_COVERED) != (new.kind == Kind.NOT_COVERED):
        return (0, 0)
    declines = int(new.kind == Kind.NOT_COVERED)
    shared = _sections(there, shelf) & _sections(new, shelf)
    return len({*there.cites} & {*new.cites}), len(shared) + declines


def _sections(spec: Spec, shelf: Shelf) -> set[str]:
    return {shelf.places[place] for place in spec.cites if place in shelf.places}
