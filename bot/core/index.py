"""The base made ready for search: which entries fit a question, and how well."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core import guards, text
from bot.core.latest import Latest
from bot.core.model import Base, Entry, Kind, Match, Target
from bot.core.part import Material, Memory, Part, Phrasing, Scores, Words
from bot.core.selection import in_use, select
from bot.core.semantic import Encoder
from bot.core.spelling import Speller

NEAR = 0.1
"""What is offered while somebody types scores this at least, ..."""
SHARE_OF_BEST = 0.4
"""... and so much of what the best does."""
EXAMPLES = 5

VIEWS = 64
"""How many choices of sources are kept ready; each holds little but a list of its entries."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a question with its aliases resolved: spelling repaired, and as typed."""

    words: tuple[str, ...]
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Where a phrasing of *target* led when it was not learned from, and how confidently.

    *right* tells whether what it *reached* is its own target, or may be right beside it.
    """

    target: Target
    phrasing: str
    lang: str
    reached: Target
    confidence: float
    right: bool


class Index:
    """A base made searchable: built in seconds, asked in milliseconds.

    With an *encoder* (of English, as a rule) questions in spaced scripts are compared by meaning
    too; without one, by their words alone. With a *memory*, what was learned from the same
    phrasings before is not learned again.
    """

    def __init__(
        self, base: Base, encoder: Encoder | None = None, memory: Memory | None = None
    ) -> None:
        self.base = base
        self._hidden = np.empty(0, dtype=np.intp)
        self._views: Latest[frozenset[str], Index] = Latest(VIEWS)
        self.targets: tuple[Target, ...] = (*base.entries, *base.small_talk)
        self._glossary = text.Glossary(base.glossary)
        read = self._read_all()
        counts = Counter(
            word for _, read_words in read.values() for words in read_words for word in words
        )
        self._speller = Speller(counts + Counter(self._glossary.vocabulary))
        self._numbers = {target.id: number for number, target in enumerate(self.targets)}
        self._gives = {target.id: guards.given(target) for target in self.targets}
        rivals = _rivals(self.targets)
        self._parts = {
            script: Part(
                Material(
                    phrasings, words, rivals, encoder if script is text.Script.SPACED else None
                ),
                memory,
            )
            for script, (phrasings, words) in read.items()
        }

    def within(self, chosen: Iterable[str]) -> Index:
        """Return the index for who uses only the sources *chosen* (ids); none stands for all.

        It shares all that was learned: what rests on another source neither matches nor shows.
        """
        source_ids = in_use(self.base, chosen)
        if len(source_ids) == len(self.base.sources):
            return self
        if source_ids not in self._views:
            self._views.put(source_ids, self._view(source_ids))
        return self._views.get(source_ids, self)

    def _view(self, source_ids: frozenset[str]) -> Index:
        view = copy(self)
        view.base = select(self.base, source_ids)
        hidden = self.base.by_id.keys() - view.base.by_id.keys()
        view._hidden = np.array([self._numbers[id_] for id_ in hidden], dtype=np.intp)
        view._views = Latest(VIEWS)
        return view

    def read(self, question: str) -> Reading:
        """Return the words of *question*, its spelling repaired and every alias resolved."""
        typed = text.words(question)
        repaired = self._speller.correct_all(typed)
        return Reading(tuple(self._glossary.read(repaired)), tuple(self._glossary.read(typed)))

    def objections(self, question: str, target: Target) -> tuple[str, ...]:
        """Return a sentence for each reason why *target* does not answer *question*.

        None is held against what does not claim to answer: a curated decline, or small talk.
        """
        if not isinstance(target, Entry) or target.kind is Kind.NOT_COVERED:
            return ()
        return guards.objections(question, self._gives[target.id])

    def search(self, question: str, *, limit: int) -> list[Match]:
        """Return at most *limit* targets, best first, each once, scores from 0 to 1.

        A question that normalises to nothing, or is in a script that the base does not hold,
        matches nothing.
        """
        return self.find(self.read(question), limit=limit)

    def find(self, reading: Reading, *, limit: int) -> list[Match]:
        """Do the same for a question that has been read."""
        part, found = self._search(reading)
        return [self._match(part, found, number) for number in found.best(limit)]

    def scores(self, reading: Reading) -> dict[str, float]:
        """Return the score of every target from 0 to 1, by its id."""
        _, found = self._search(reading)
        ids = (target.id for target in self.targets)
        return dict(zip(ids, found.scores.clip(0.0, 1.0).tolist(), strict=True))

    def compare(self, reading: Reading, targets: Sequence[Target]) -> list[Match]:
        """Return how well each of *targets* fits, in their order.

        Each has phrasings in the script of *reading*: one that scores above 0 does.
        """
        part, found = self._search(reading)
        return [self._match(part, found, self._numbers[target.id]) for target in targets]

    def counted(self, reading: Reading, target: Target) -> tuple[tuple[str, float], ...]:
        """Return the share of each word that was read in what speaks for *target*, most first."""
        part = self._part(reading)
        return tuple(part.counted(reading.words, self._numbers[target.id]))

    def left_out(self, enough: int) -> Iterator[LeftOut]:
        """Yield how phrasings fare that are not learned from, in each script in their order.

        At most *enough* of a script are tried; this takes as long as building the index.
        """
        for script, (_, words) in self._read_all().items():
            part = self._parts[script]
            for trial in part.left_out(words, enough):
                phrasing = part.phrasings[trial.phrasing]
                yield LeftOut(
                    self.targets[phrasing.target],
                    phrasing.text,
                    phrasing.lang,
                    self.targets[trial.first],
                    part.likely(trial),
                    trial.right,
                )

    def nearest(self, question: str, target: Target) -> str:
        """Return the phrasing of *target* whose words are nearest to *question*'s.

        *target* has phrasings in the script of *question*.
        """
        part, found = self._search(self.read(question))
        return part.nearest(found, self._numbers[target.id]).text

    def complete(self, partial: str, *, limit: int) -> list[Entry]:
        """Return at most *limit* entries that *partial* may grow into, best first.

        Where none is near, these are the first that answer something, as examples: a few, or
        *limit* of them before anything is typed. Meaning does not count: half a question has none.
        """
        reading = self.read(partial)
        found = self._shown(self._part(reading).begun(reading.words))
        floor = max(NEAR, SHARE_OF_BEST * found.scores.max(initial=0))
        near = [self.targets[n] for n in found.best(2 * limit) if found.scores[n] >= floor]
        if entries := [target for target in near if isinstance(target, Entry)]:
            return entries[:limit]
        answers = [entry for entry in self.base.entries if entry.kind is not Kind.NOT_COVERED]
        return answers[: min(EXAMPLES, limit) if reading.words else limit]

    def _part(self, reading: Reading) -> Part:
        return self._parts[text.script(reading.words)]

    def _search(self, reading: Reading) -> tuple[Part, Scores]:
        """Score every target of the part that *reading* belongs to."""
        part = self._part(reading)
        return part, self._shown(part.search(reading.words, reading.typed))

    def _shown(self, found: Scores) -> Scores:
        """Return *found* with a score of 0 for what rests on sources that are not in use."""
        found.scores[self._hidden] = 0
        return found

    def _match(self, part: Part, found: Scores, number: int) -> Match:
        phrasing = part.nearest(found, number)
        return Match(
            self.targets[number],
            score=min(max(float(found.scores[number]), 0.0), 1.0),
            lead=part.lead(found.scores, number),
            confidence=part.confidence(found.scores, number),
            phrasing=phrasing.text,
            lang=phrasing.lang,
        )

    def _read_all(self) -> dict[text.Script, tuple[list[Phrasing], list[Words]]]:
        """Return the phrasings of each script, in order, and their words as read."""
        read: dict[text.Script, tuple[list[Phrasing], list[Words]]]
        read = {script: ([], []) for script in text.Script}
        for number, target in enumerate(self.targets):
            for lang, phrasing in guards.ways_to_ask(target):
                # Each word is in memory once, however many phrasings hold it.
                words = tuple(map(sys.intern, self._glossary.read(text.words(phrasing))))
                phrasings, read_words = read[text.script(words)]
                phrasings.append(Phrasing(number, phrasing, lang))
                read_words.append(words)
        return read


def _rivals(targets: Sequence[Target]) -> NDArray[np.bool_]:
    """Tell of each two targets whether only one of them can be right.

    Two answers that cite the same place are no rivals: either shows the asker the passage. Nor
    are two curated declines: either tells the asker that the source does not say it.
    """
    cited = [_places(target) for target in targets]
    declines = np.array([_declines(target) for target in targets], dtype=np.bool_)
    rivals = ~np.outer(declines, declines)
    by_place: dict[tuple[str, str], list[int]] = {}
    for number, places in enumerate(cited):
        rivals[number, number] = False
        for place in places:
            by_place.setdefault(place, []).append(number)
    for numbers in by_place.values():
        rivals[np.ix_(numbers, numbers)] = False
    return rivals


def _declines(target: Target) -> bool:
    return isinstance(target, Entry) and target.kind is Kind.NOT_COVERED


def _places(target: Target) -> set[tuple[str, str]]:
    if not isinstance(target, Entry) or _declines(target):
        return set()
    return {(cite.source_id, cite.key) for cite in target.cites}
