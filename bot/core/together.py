"""Several answers on one card: as many as can be read there, with all that they rest on."""

from __future__ import annotations

from bot.core.model import Citation, Entry

FOOTNOTE_LIMIT = 8
"""So many places of one entry are shown; `footnote lint` refuses one that cites more."""

SHARED_BODY_LIMIT = 900
SHARED_FOOTNOTE_LIMIT = 12
"""What answers that share a card have at most between them, in characters and in notes."""


def together(entries: tuple[Entry, ...], lang: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the first of *entries* that share a card uncut, at least one, and the others."""
    count = len(entries)
    while count > 1 and not _fit(entries[:count], lang):
        count -= 1
    return entries[:count], entries[count:]


def _fit(entries: tuple[Entry, ...], lang: str) -> bool:
    length = sum(len(entry.wording(lang).answer) for entry in entries)
    return length <= SHARED_BODY_LIMIT and len(places(entries)) <= SHARED_FOOTNOTE_LIMIT


def places(entries: tuple[Entry, ...]) -> tuple[Citation, ...]:
    """Return what *entries* rest on, in the order of appearance, each place once."""
    return tuple(dict.fromkeys(cite for entry in entries for cite in _places(entry)))


def _places(entry: Entry) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(entry.cites))[:FOOTNOTE_LIMIT]
