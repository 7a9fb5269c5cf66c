"""A base as a table of contents: the sections of its sources, each with its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.forms import ABOUT, UNSAID, lead
from bot.core.model import WHOLE, Base, Entry, Kind, Source
from bot.core.reply import shorten
from bot.core.speech import Speech

PAGE_SIZE = 25
"""As many options as Discord allows in a select."""
NAME_LIMIT = 100
"""As long as Discord lets the name of a choice be."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Topic:
    """Entries under one heading, at least one. *source_id* and *source* (a title) tell of what.

    *is_said* is false for what the source does not say.
    """

    title: str
    source_id: str
    source: str
    entries: tuple[Entry, ...]
    is_said: bool = True

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
    """Return the topics of *base*: its sources' sections in order, and last what each leaves open.

    An entry stands once: under the section of the first place that it cites.
    """
    said = [entry for entry in base.entries if entry.kind is not Kind.NOT_COVERED]
    found = [topic for source in base.sources for topic in _sections(source, said, speech)]
    found += [_unsaid(source, base, speech) for source in base.sources]
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


def offered(entry: Entry, base: Base, speech: Speech) -> str:
    """Return the question of *entry*, and that its source does not say it where that is so."""
    question = entry.wording(speech.lang).question
    if entry.kind is not Kind.NOT_COVERED:
        return shorten(question, NAME_LIMIT)
    silence = speech.say(lead(base.source_of(entry).form, entry.kind))
    return f"{shorten(question, NAME_LIMIT - len(silence) - 3)} · {silence}"


def contained(contents: Sequence[Topic], speech: Speech) -> str:
    """Return in words how much is answered in *contents*, what is left open aside."""
    said = [topic for topic in contents if topic.is_said]
    count = sum(len(topic.entries) for topic in said)
    answers = speech.plural("{number} answer", "{number} answers", count)
    topics = speech.plural("{number} topic", "{number} topics", len(said))
    return f"{answers} · {topics}"


def _sections(source: Source, entries: Sequence[Entry], speech: Speech) -> list[Topic]:
    """Return what is about *source* as a whole, then its sections; some may hold no entries."""
    titles = {WHOLE.id: speech.say(ABOUT[source.form])}
    titles |= {section.id: section.title_in(speech.lang) for section in source.sections}
    return [
        Topic(title, source.id, source.title, _citing(source, section_id, entries))
        for section_id, title in titles.items()
    ]


def _unsaid(source: Source, base: Base, speech: Speech) -> Topic:
    entries = tuple(
        entry
        for entry in base.entries
        if entry.kind is Kind.NOT_COVERED and entry.source_id == source.id
    )
    title = speech.say(UNSAID[source.form])
    return Topic(title, source.id, source.title, entries, is_said=False)


def _citing(source: Source, section_id: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    first = (source.id, section_id)
    return tuple(
        each for each in entries if (each.cites[0].source_id, each.cites[0].section.id) == first
    )
