"""The phrasings of one script, what is learned from them, and how far that can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.core import lexical, semantic
from bot.core.calibration import Calibration, calibrate
from bot.core.features import Floats, Vector
from bot.core.semantic import Encoder

CALIBRATED_ON = 4000
"""At most so many phrasings, spread evenly, are left out to learn what a score is worth."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to ask for a target (by number): its text, its language, its words as read."""

    target: int
    text: str
    lang: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What a search found: the question's vector, and the score of each target."""

    vector: Vector
    scores: Floats

    def best(self, limit: int) -> list[int]:
        """Return at most *limit* targets that score above 0, best first."""
        order = np.argsort(-self.scores, kind="stable")[:limit].tolist()
        return [number for number in order if self.scores[number] > 0]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a phrasing (by number) fared when it was not learned from: which target came first.

    *right* tells whether that was its own, or one that may be right beside it.
    """

    phrasing: int
    first: int
    score: float
    lead: float
    right: bool


class Lesson(Protocol):
    """Something that learned from phrasings and can tell how it would do without one."""

    def left_out(self, place: int) -> Floats:
        """Return the scores of the watched phrasing at *place* as if not learned from."""
        ...


class Part:
    """Scores targets by words and, with an encoder, by meaning.

    *phrasings* are in the order of their targets. *rivals* has a row and a column for each
    target: which of two cannot both be right. About *watched* phrasings are left out in turn, to
    learn from how they fare.
    """

    def __init__(
        self,
        phrasings: Sequence[Phrasing],
        rivals: NDArray[np.bool_],
        encoder: Encoder | None,
        watched: int = CALIBRATED_ON,
    ) -> None:
        self.phrasings = tuple(phrasings)
        self._rivals = rivals
        self._encoder = encoder
        labels = np.array([phrasing.target for phrasing in phrasings], dtype=np.int32)
        step = max(1, -(-len(labels) // watched))
        left_out = np.arange(0, len(labels), step, dtype=np.int32)
        words = lexical.Lesson([each.words for each in phrasings], labels, len(rivals), left_out)
        lessons: list[Lesson] = [words]
        if encoder is not None and phrasings:
            vectors = encoder.learn([" ".join(phrasing.words) for phrasing in phrasings])
            meaning = semantic.Lesson(vectors, labels, len(rivals), left_out)
            lessons.append(meaning)
            self._semantic = meaning.semantic()
        self._lexical = words.lexical()
        self._absent = np.bincount(labels, minlength=len(rivals)) == 0
        self.trials = tuple(
            self._trial(lessons, place, number) for place, number in enumerate(left_out.tolist())
        )
        self._calibration = _calibrated(self.trials)

    def search(self, words: Sequence[str], typed: Sequence[str]) -> Scores:
        """Score every target; one that cannot be asked for in this script scores 0.

        *words* are the question's with its spelling repaired, *typed* without. Where they differ
        both meanings count equally, since a repair may go wrong.
        """
        vector = self._lexical.vector(words)
        scores = self._lexical.scores(vector)
        if self._encoder is not None and words and self.phrasings:
            readings = list(dict.fromkeys((" ".join(words), " ".join(typed))))
            meanings = [self._semantic.scores(each) for each in self._encoder.encode(readings)]
            scores = _mean([scores, _mean(meanings)])
        scores[self._absent] = 0
        return Scores(vector, scores)

    def nearest(self, found: Scores, target: int) -> Phrasing:
        """Return the phrasing of *target* that is nearest to the question in its words."""
        return self.phrasings[self._lexical.nearest(found.vector, target)]

    def counted(self, words: Sequence[str], target: int) -> list[tuple[str, float]]:
        """Return the share of each of *words* in what speaks for *target*, the largest first.

        Pairs of words and, with an encoder, the meaning of the whole count beside them.
        """
        shares = self._lexical.shares(words, target)
        return sorted(shares.items(), key=lambda each: (-each[1], each[0]))

    def lead(self, scores: Floats, target: int) -> float:
        """Return by how much *target* is ahead of its best rival; below 0 if behind."""
        others = scores[self._rivals[target]]
        return float(scores[target] - others.max()) if len(others) else float(scores[target])

    def confidence(self, scores: Floats, target: int) -> float:
        """Return how likely *target* is right, from 0 to 1."""
        return self._calibration.confidence(float(scores[target]), self.lead(scores, target))

    def likely(self, trial: Trial) -> float:
        """Return the confidence in the target that came first in *trial*, from 0 to 1."""
        return self._calibration.confidence(trial.score, trial.lead)

    def _trial(self, lessons: Sequence[Lesson], place: int, number: int) -> Trial:
        scores = _mean([lesson.left_out(place) for lesson in lessons])
        first = int(scores.argmax())
        right = not bool(self._rivals[first, self.phrasings[number].target])
        return Trial(number, first, float(scores[first]), self.lead(scores, first), right)


def _calibrated(trials: Sequence[Trial]) -> Calibration:
    results = [(trial.score, trial.lead, trial.right) for trial in trials]
    columns = np.array(results, dtype=np.float32).reshape(-1, 3).T
    return calibrate(columns[0], columns[1], columns[2])


def _mean(scores: Sequence[Floats]) -> Floats:
    mean: Floats = np.mean(np.stack(scores), axis=0, dtype=np.float32)
    return mean
