"""A base as it is for who uses only some of its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.model import Base


def in_use(base: Base, chosen: Iterable[str]) -> frozenset[str]:
    """Return the ids of the sources that are used where these were *chosen*.

    All are where none was chosen, or where none of the chosen is left.
    """
    every = frozenset(source.id for source in base.sources)
    return every.intersection(chosen) or every


def select(base: Base, source_ids: frozenset[str]) -> Base:
    """Return *base* with these sources alone, and the entries that rest on nothing else.

    Small talk and glossary stay, and so does the version: it names what was loaded.
    """
    return replace(
        base,
        sources=tuple(source for source in base.sources if source.id in source_ids),
        entries=tuple(entry for entry in base.entries if entry.source_ids <= source_ids),
    )
