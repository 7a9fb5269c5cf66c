"""A reply to a card, understood from the card's entry and those related to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import assert_never

from bot.core.cues import Cue, asks_why, cue, topic
from bot.core.decide import MATCHES, SUGGESTIONS, choose, decide
from bot.core.index import Index, Reading
from bot.core.language import language
from bot.core.model import (
    Answer,
    Decision,
    Decline,
    Entry,
    Kind,
    NotCovered,
    NothingFound,
    Reasons,
    Suggest,
)
from bot.core.text import Script, script, words

FAR = 0.4
"""What an entry counts that is not related to the card's."""
LEAST_SCORE = 0.1
"""The score that the best match of a reply by itself needs: below, it names nothing."""
LEAST_FIT = 0.31
"""The fit from which an entry is offered."""
GOOD_FIT = 0.5
GOOD_LEAD, LEAD = 1.15, 2.0
"""How many times the next best a good fit, and any other, must be to be opened at once."""
SURE = 0.5
"""The confidence that lets a reply be taken by itself, where nothing fits it beside the card."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The *entries* of a card, at least one, and the *text* of a reply to it.

    *seen* are the ids of entries that need not be shown again.
    """

    entries: tuple[Entry, ...]
    text: str
    seen: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the entries."""
        return frozenset(entry.id for entry in self.entries)

    @property
    def lang(self) -> str:
        """The language of the reply; what tells nothing is taken for English or Japanese."""
        alike = "en" if script(words(self.text)) is Script.SPACED else "ja"
        return language(self.text) or alike


@dataclass(frozen=True, slots=True)
class Cite:
    """The person asks what a card rests on, and whose word it is."""

    entries: tuple[Entry, ...]
    lang: str


def follow(index: Index, thread: Thread) -> Decision | Cite:
    """Return what to say to a reply; one that does not hang on the card is taken by itself."""
    asked = cue(thread.text)
    match asked:
        case Cue.MORE:
            return _more(index, thread)
        case Cue.SOURCE:
            return Cite(thread.entries, thread.lang)
        case Cue.BARE:
            return _beside(index, thread, _bare(index, thread))
        case Cue.HALF:
            alone = decide(index, thread.text)
            sure = isinstance(alone, Suggest) or alone.confidence >= SURE
            return _beside(index, thread, alone if sure else _nothing(index, thread))
        case Cue.WHOLE:
            return decide(index, thread.text)
        case _:
            assert_never(asked)


def _more(index: Index, thread: Thread) -> Decision:
    """Open the first related entry that has an answer and was not seen."""
    for entry in _answers(index, thread):
        if entry.id not in thread.seen:
            return choose(index.base, entry.id, thread.lang)
    return _nothing(index, thread)


def _bare(index: Index, thread: Thread) -> Decision:
    """Offer the reasons that stand around the card to who asks why; decline anything else."""
    whys = _whys(index, thread)[:SUGGESTIONS] if asks_why(thread.text) else ()
    if not whys:
        return _nothing(index, thread)
    return Suggest(whys, thread.lang, 0.0, _unmatched(index))


def _whys(index: Index, thread: Thread) -> tuple[Entry, ...]:
    """Return the answers to "why" that are related to the card, or to what is related to it."""
    near = _answers(index, thread)
    around = [each for entry in near for each in _answers(index, Thread((entry,), ""))]
    found = [each for each in (*near, *around) if _gives_reasons(each)]
    return tuple(each for each in dict.fromkeys(found) if each.id not in thread.ids)


def _gives_reasons(entry: Entry) -> bool:
    return words(entry.wording("en").question)[:1] == ["why"]


def _unmatched(index: Index) -> Reasons:
    return Reasons("", (), (), 0.0, (), index.base.version)


def _nothing(index: Index, thread: Thread) -> Decline:
    """Decline, and offer what is related to the card."""
    near = _answers(index, thread)[:SUGGESTIONS]
    return Decline(NothingFound(), near, thread.lang, 0.0, _unmatched(index))


def _beside(index: Index, thread: Thread, alone: Decision) -> Decision:
    """Read the reply beside the card's question; *alone* is what it comes to without."""
    fits = _fits(index, thread)
    best, second = (*(fit for _, fit in fits[:2]), 0.0, 0.0)[:2]
    least = max(LEAST_FIT, best / 2)
    offered = tuple(entry for entry, fit in fits[:SUGGESTIONS] if fit >= least)
    if not offered or _opens(alone) == offered[0].id:
        return alone
    reasons = _reasons(index, thread, fits)
    if best >= (GOOD_LEAD if best >= GOOD_FIT else LEAD) * second:
        return _opened(offered[0], thread.lang, best, reasons)
    return Suggest(offered, thread.lang, best, reasons)


def _opens(decision: Decision) -> str:
    """Return the id of the one entry that a decision opens; it may be empty."""
    match decision:
        case Answer(entry) | Decline(NotCovered(entry)):
            return entry.id
        case _:
            return ""


def _opened(entry: Entry, lang: str, fit: float, reasons: Reasons) -> Decision:
    if entry.kind is Kind.NOT_COVERED:
        return Decline(NotCovered(entry), (), lang, fit, reasons)
    return Answer(entry, lang, fit, reasons)


def _fits(index: Index, thread: Thread) -> list[tuple[Entry, float]]:
    """Return the entries that fit the reply both by itself and after the card's question.

    The best come first, and none that fits not at all: an entry need not have phrasings in the
    reply's script. A fit is the product of both scores, each as a share of the best one: on some
    bases and in some scripts, scores run higher than on others.
    """
    alone = index.scores(index.read(topic(thread.text)))
    after = index.scores(_read(index, thread))
    if max(alone.values()) < LEAST_SCORE:
        return []
    most = max(alone.values()) * max(after.values())
    near = {entry.id for entry in _related(index, thread)}
    fits = [
        (entry, alone[entry.id] * after[entry.id] / most * (1.0 if entry.id in near else FAR))
        for entry in index.base.entries
        if entry.id not in thread.ids
    ]
    ranked = sorted((fit for fit in fits if fit[1] > 0), key=lambda fit: -fit[1])
    unopposed = (fit for fit in ranked if not index.objections(thread.text, fit[0]))
    return list(islice(unopposed, MATCHES))


def _read(index: Index, thread: Thread) -> Reading:
    """Return the reply with the card's question before it."""
    return index.read(f"{thread.entries[0].wording(thread.lang).question} {topic(thread.text)}")


def _reasons(index: Index, thread: Thread, fits: list[tuple[Entry, float]]) -> Reasons:
    """Return the reasons, each match with its fit as its confidence."""
    reading = _read(index, thread)
    matches = index.compare(reading, [entry for entry, _ in fits])
    return Reasons(
        read_as=" ".join(reading.words),
        matches=tuple(
            replace(match, confidence=fit) for match, (_, fit) in zip(matches, fits, strict=True)
        ),
        counted=index.counted(reading, fits[0][0]),
        threshold=LEAST_FIT,
        objections=(),
        base_version=index.base.version,
    )


def _related(index: Index, thread: Thread) -> tuple[Entry, ...]:
    """Return what the card's entries point at, then what points at them."""
    by_id = index.base.by_id
    to = [id_ for entry in thread.entries for id_ in entry.related if id_ in by_id]
    back = [each.id for each in index.base.entries if thread.ids.intersection(each.related)]
    return tuple(by_id[id_] for id_ in dict.fromkeys([*to, *back]) if id_ not in thread.ids)


def _answers(index: Index, thread: Thread) -> tuple[Entry, ...]:
    """Return the related entries that answer something."""
    related = _related(index, thread)
    return tuple(entry for entry in related if entry.kind is not Kind.NOT_COVERED)
