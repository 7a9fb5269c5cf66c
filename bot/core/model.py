"""The values that everything else is made of. All frozen; an outcome is a union."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What sort of statement an entry makes; members see it, since news and opinion differ."""

    REPORTED = "reported"
    ARGUED = "argued"
    FORECAST = "forecast"
    BACKGROUND = "background"
    NOT_COVERED = "not_covered"


class Form(StrEnum):
    """What sort of text a source is, so that it can be called by its name."""

    ARTICLE = "article"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a source; *translations* are language codes with the title in each."""

    id: str
    title: str
    translations: tuple[tuple[str, str], ...] = ()

    def title_in(self, lang: str) -> str:
        """Return the title in *lang*, or else in the source's own language."""
        return dict(self.translations).get(lang, self.title)


WHOLE = Section("", "")
"""The section of what is said of a source as a whole: none."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a source that an answer rests on, with all that a footnote shows.

    ``key`` is ``p`` and a paragraph number, ``meta`` (title, byline, date, link) or ``caption``.
    ``url`` opens the passage itself where the place is a passage of text; it is empty where the
    source is published nowhere.
    """

    source_id: str
    key: str
    publisher: str
    published: date
    section: Section
    url: str
    form: Form = Form.ARTICLE

    @property
    def name(self) -> str:
        """What programs call it: a place of an article by its key, any other by its source too.

        Evaluation sets ask about an article, and name its paragraphs alone.
        """
        return self.key if self.form is Form.ARTICLE else f"{self.source_id}:{self.key}"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that answers rest on: facts about it, and a citation for each of its places.

    ``url`` is empty where it is published nowhere.
    """

    id: str
    form: Form
    title: str
    publisher: str
    byline: str
    published: date
    url: str
    sections: tuple[Section, ...]
    places: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """An entry in one language (an ISO 639-1 code)."""

    lang: str
    question: str
    answer: str
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Ways to ask in a language that is understood, but not answered in."""

    lang: str
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One curated answer. The first wording is the entry's own, the others are translations.

    ``source_id`` names the source that it was written for; it may cite others beside it.
    """

    id: str
    source_id: str
    kind: Kind
    wordings: tuple[Wording, ...]
    cites: tuple[Citation, ...]
    related: tuple[str, ...]
    heard: tuple[Heard, ...] = ()

    @property
    def question(self) -> str:
        """The question as the card shows it, in the entry's own language."""
        return self.wordings[0].question

    @property
    def source_ids(self) -> frozenset[str]:
        """Every source that it rests on: its own, and all that it cites."""
        return frozenset((self.source_id, *(cite.source_id for cite in self.cites)))

    def wording(self, lang: str) -> Wording:
        """Return the wording in *lang*, or the entry's own where there is no translation."""
        return next((w for w in self.wordings if w.lang == lang), self.wordings[0])


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """What people say to a bot that asks nothing of the source, with the one line it earns."""

    id: str
    lang: str
    reply: str
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """Several names for one thing: all of them are read as *name*."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """All loaded knowledge. *version* is a hash of its content: same version, same answers."""

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    small_talk: tuple[SmallTalk, ...]
    glossary: tuple[Alias, ...]
    version: str
    by_id: Mapping[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = MappingProxyType({entry.id: entry for entry in self.entries})
        object.__setattr__(self, "by_id", by_id)

    def source_of(self, entry: Entry) -> Source:
        """Return the source that *entry* was written for."""
        return next(source for source in self.sources if source.id == entry.source_id)


Target = Entry | SmallTalk


@dataclass(frozen=True, slots=True)
class Match:
    """How well one entry (or piece of small talk) fits a question.

    ``score`` runs from 0 to 1, ``lead`` is how far it is ahead of the best match that cannot be
    right beside it, ``confidence`` how likely it is right, from 0 to 1. ``phrasing`` is the
    nearest one and ``lang`` its language.
    """

    target: Target
    score: float
    lead: float
    confidence: float
    phrasing: str
    lang: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a guard does not let the target of this id answer, in a sentence."""

    target_id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a decision came out as it did, for ``--why`` and for the record.

    ``read_as`` is the question after spelling and aliases. ``matches`` are the best ones, best
    first. ``counted`` is the share of each word in what speaks for the one decided for, most
    first. ``threshold`` is the confidence that an answer needs. ``objections`` are
    what the guards hold against the matches that were considered.
    """

    read_as: str
    matches: tuple[Match, ...]
    counted: tuple[tuple[str, float], ...]
    threshold: float
    objections: tuple[Objection, ...]
    base_version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The base answers the question. *confidence* runs from 0 to 1.

    *also* meets the further questions of a message that asks several, at most two; what the
    source does not say, with a curated decline.
    """

    entry: Entry
    lang: str
    confidence: float
    reasons: Reasons
    also: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries that are shown, in the order in which they were asked for."""
        return (self.entry, *self.also)


@dataclass(frozen=True, slots=True)
class Suggest:
    """The question is near one to three entries, best first; the member picks."""

    entries: tuple[Entry, ...]
    lang: str
    confidence: float
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class NotCovered:
    """Curators wrote down that the source does not say this, and what it does say."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Chat:
    """A greeting, thanks, an order to the bot or another matter altogether."""

    small_talk: SmallTalk


@dataclass(frozen=True, slots=True)
class NothingFound:
    """No entry is close enough to be trusted."""


Cause = NotCovered | Chat | NothingFound


@dataclass(frozen=True, slots=True)
class Decline:
    """The bot does not answer. *near* are up to three entries that it could answer instead."""

    cause: Cause
    near: tuple[Entry, ...]
    lang: str
    confidence: float
    reasons: Reasons


Decision = Answer | Suggest | Decline
