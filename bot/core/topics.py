"""A base as a table of contents: the sections of its sources, each with its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.model import Base, Entry, Kind, Source
from bot.core.speech import Speech

PAGE_SIZE = 25
"""As many options as Discord allows in a select."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Topic:
    """Entries under one heading, at least one; *source* is the title of what they cite.

    *source* is empty for what no source says.
    """

    title: str
    source: str
    entries: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """The id of an entry by which `find_topic` finds this topic again."""
        return self.entries[0].id


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of many items in a row. *starts* holds the first item of each page, in order."""

    items: tuple[Item, ...]
    number: int
    starts: tuple[Item, ...]

    @property
    def before(self) -> Item:
        """An item of the page before, or of this one if it is the first."""
        return self.starts[max(self.number - 1, 0)]

    @property
    def after(self) -> Item:
        """An item of the page after, or of this one if it is the last."""
        return self.starts[min(self.number + 1, len(self.starts) - 1)]


def topics(base: Base, speech: Speech) -> tuple[Topic, ...]:
    """Return the topics of *base*: its sources' sections in order, and last what none says.

    An entry stands once: under the section of the first place that it cites.
    """
    said = [entry for entry in base.entries if entry.kind is not Kind.NOT_COVERED]
    unsaid = tuple(entry for entry in base.entries if entry.kind is Kind.NOT_COVERED)
    found = [topic for source in base.sources for topic in _sections(source, said, speech)]
    found.append(Topic(speech.say("What the article does not say"), "", unsaid))
    return tuple(topic for topic in found if topic.entries)


def find_topic(contents: Sequence[Topic], entry_id: str) -> Topic:
    """Return the topic in which an entry stands; raise `KeyError` if it stands in none."""
    for topic in contents:
        if any(entry.id == entry_id for entry in topic.entries):
            return topic
    raise KeyError(entry_id)


def page_of(items: Sequence[Item], item: Item) -> Page[Item]:
    """Return the page on which *item* stands; pages count from 0."""
    number = items.index(item) // PAGE_SIZE
    start = number * PAGE_SIZE
    return Page(tuple(items[start : start + PAGE_SIZE]), number, tuple(items[::PAGE_SIZE]))


def how_many(questions: int, speech: Speech) -> str:
    """Return a number of questions in words."""
    return speech.plural("{number} question", "{number} questions", questions)


def _sections(source: Source, entries: Sequence[Entry], speech: Speech) -> list[Topic]:
    """Return what is about *source* as a whole, then its sections; some may hold no entries."""
    found = [Topic(speech.say("About the article"), source.title, _citing(source, "", entries))]
    for title in dict.fromkeys(section.title for section in source.sections):
        found.append(Topic(title, source.title, _citing(source, title, entries)))
    return found


def _citing(source: Source, section: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    first = (source.id, section)
    return tuple(
        each for each in entries if (each.cites[0].source_id, each.cites[0].section) == first
    )
