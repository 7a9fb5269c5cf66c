"""What is read of an article, and how far that has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.knowledge.article import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text, and what it tells about itself: title, publisher, byline, date, url.

    A fact that the text does not tell is absent from *told*. *notes* are sentences for the
    person who drafts: nothing wrong for certain, but worth a look.
    """

    article: Article
    told: Mapping[str, str]
    notes: tuple[str, ...] = ()


class Progress(Protocol):
    """Hears that *done* of *total* are through; *total* is 0 where nobody knows it."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


def silent(what: str, done: int, total: int) -> None:
    """Show no progress."""
