"""The base made ready for search: which entries fit a question, and how well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from bot.core import guards, text
from bot.core.features import Floats
from bot.core.lexical import Lexical
from bot.core.model import Base, Entry, Kind, Match, Target
from bot.core.spelling import Speller


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to ask for a target (by number): its text, its words as read, its language."""

    target: int
    text: str
    lang: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The phrasings of one script and what is learned from them."""

    phrasings: tuple[Phrasing, ...]
    lexical: Lexical


class Index:
    """A base made searchable: built in seconds, asked in about a millisecond."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.targets: tuple[Target, ...] = (*base.entries, *base.small_talk)
        self._glossary = text.Glossary(base.glossary)
        phrasings = [
            phrasing
            for number, target in enumerate(self.targets)
            for phrasing in self._phrasings(number, target)
        ]
        counts = Counter(word for phrasing in phrasings for word in phrasing.words)
        self._speller = Speller(counts + Counter(self._glossary.vocabulary))
        self._gives = {target.id: guards.given(target) for target in self.targets}
        self._parts = {
            script: self._part([each for each in phrasings if text.script(each.words) is script])
            for script in text.Script
        }

    def read(self, question: str) -> list[str]:
        """Return the words of *question* with spelling and aliases resolved."""
        corrected = [self._speller.correct(word) for word in text.words(question)]
        return self._glossary.read(corrected)

    def objections(self, question: str, target: Target) -> tuple[str, ...]:
        """Return a sentence for each reason why *target* does not answer *question*."""
        return guards.objections(question, self._gives[target.id])

    def search(self, question: str, *, limit: int) -> list[Match]:
        """Return at most *limit* targets, best first, each once, scores from 0 to 1.

        A question that normalises to nothing, or is in a script that the base does not hold,
        matches nothing.
        """
        words = self.read(question)
        part = self._parts[text.script(words)]
        if not words or not part.phrasings:
            return []
        scores = part.lexical.scores(words)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [self._match(part, words, int(number), scores) for number in best]

    def complete(self, partial: str, *, limit: int) -> list[Entry]:
        """Return at most *limit* entries that *partial* may grow into, best first.

        An empty *partial* gives the first entries of the base that answer something.
        """
        found = self.search(partial, limit=limit * 2)
        entries = [match.target for match in found if isinstance(match.target, Entry)]
        rest = [entry for entry in self.base.entries if entry.kind is not Kind.NOT_COVERED]
        return list(dict.fromkeys([*entries, *rest]))[:limit]

    def _match(self, part: Part, words: list[str], number: int, scores: Floats) -> Match:
        score = min(max(float(scores[number]), 0.0), 1.0)
        place, _ = part.lexical.nearest(words, number)
        phrasing = part.phrasings[place]
        return Match(self.targets[number], score, phrasing.text, phrasing.lang)

    def _part(self, phrasings: list[Phrasing]) -> Part:
        labels = np.array([phrasing.target for phrasing in phrasings], dtype=np.int32)
        texts = [phrasing.words for phrasing in phrasings]
        return Part(tuple(phrasings), Lexical(texts, labels, len(self.targets)))

    def _phrasings(self, number: int, target: Target) -> list[Phrasing]:
        return [
            Phrasing(number, phrasing, lang, tuple(self._glossary.read(text.words(phrasing))))
            for lang, phrasing in guards.ways_to_ask(target)
        ]
