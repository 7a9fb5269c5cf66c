"""The phrasings of one script, what is learned from them, and how far that can be trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.core.calibration import Calibration, calibrate
from bot.core.features import Floats, Ints
from bot.core.folds import ENOUGH, folds
from bot.core.fusion import Lesson, learn
from bot.core.learned import Arrays, Learned, pack, unpack
from bot.core.semantic import Encoder
from bot.core.vocabulary import Vector, read

PROBE = "Which encoder is this?"
"""Two encoders that agree on this are taken for the same one."""
NO_MEANINGS = np.empty((0, 0), dtype=np.float32)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to ask for a target (by number): its text, and its language."""

    target: int
    text: str
    lang: str


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


@dataclass(frozen=True, slots=True)
class Material:
    """What a part is learned from: *phrasings* in the order of their targets, and their *words*.

    *rivals* has a row and a column for each target: which of two cannot both be right.
    """

    phrasings: Sequence[Phrasing]
    words: Sequence[Words]
    rivals: NDArray[np.bool_]
    encoder: Encoder | None


def teach(material: Material) -> Arrays:
    """Return what *material* teaches, as arrays that may be kept or sent to another process."""
    return pack(Part(material, None).learned)


class Memory(Protocol):
    """Keeps arrays from one start to the next, and says where they are learned."""

    def recall(self, key: str) -> Arrays:
        """Return what was kept under *key*; nothing, if nothing was or it is damaged."""
        ...

    def learn(self, material: Material) -> Arrays:
        """Return what `teach` makes of *material*."""
        ...

    def keep(self, key: str, arrays: Arrays) -> None:
        """Keep *arrays* under *key*, if that is possible."""
        ...


class Part:
    """Scores targets by words and, with an encoder, by meaning.

    With a *memory*, what was learned from the same phrasings before is not learned again. The
    phrasings' words are not kept: they are needed to learn only.
    """

    def __init__(self, material: Material, memory: Memory | None) -> None:
        self.phrasings = tuple(material.phrasings)
        self._rivals, self._encoder = material.rivals, material.encoder
        self.learned = self._recall(memory, material) if memory else self._learn(material.words)
        sizes = np.bincount(_labels(self.phrasings), minlength=len(self._rivals))
        self._absent = sizes == 0

    def search(self, words: Sequence[str], typed: Sequence[str]) -> Scores:
        """Score every target; one that cannot be asked for in this script scores 0.

        *words* are the question's with its spelling repaired, *typed* without. Where they differ
        both meanings count equally, since a repair may go wrong.
        """
        return self._scores(words, self._meanings(words, typed))

    def begun(self, words: Sequence[str]) -> Scores:
        """Score every target, of what somebody has begun to type, by *words* alone."""
        return self._scores(words, NO_MEANINGS)

    def _scores(self, words: Sequence[str], meanings: Floats) -> Scores:
        vector = self.learned.fusion.words.vector(words)
        scores = self.learned.fusion.scores(vector, meanings)
        scores[self._absent] = 0
        return Scores(vector, scores)

    def nearest(self, found: Scores, target: int) -> Phrasing:
        """Return the phrasing of *target* that is nearest to the question in its words."""
        return self.phrasings[self.learned.fusion.words.nearest(found.vector, target)]

    def counted(self, words: Sequence[str], target: int) -> list[tuple[str, float]]:
        """Return the share of each of *words* in what speaks for *target*, the largest first.

        Pairs of words and, with an encoder, the meaning of the whole count beside them.
        """
        shares = self.learned.fusion.words.shares(words, target)
        return sorted(shares.items(), key=lambda each: (-each[1], each[0]))

    def lead(self, scores: Floats, target: int) -> float:
        """Return by how much *target* is ahead of its best rival; below 0 if behind."""
        others = scores[self._rivals[target]]
        return float(scores[target] - others.max()) if len(others) else float(scores[target])

    def confidence(self, scores: Floats, target: int) -> float:
        """Return how likely *target* is right, from 0 to 1."""
        return self.learned.calibration.confidence(
            float(scores[target]), self.lead(scores, target)
        )

    def left_out(self, words: Sequence[Words], enough: int) -> tuple[Trial, ...]:
        """Learn anew without some phrasings at a time, at least *enough* in all if there are.

        *words* are those of the phrasings. Return how each fared, in their order.
        """
        return self._try(self._lesson(words), words, enough)

    def likely(self, trial: Trial) -> float:
        """Return the confidence in the target that came first in *trial*, from 0 to 1."""
        return self.learned.calibration.confidence(trial.score, trial.lead)

    def _meanings(self, words: Sequence[str], typed: Sequence[str]) -> Floats:
        if self._encoder is None or not words or not self.phrasings:
            return NO_MEANINGS
        return self._encoder.encode(list(dict.fromkeys((" ".join(words), " ".join(typed)))))

    def _recall(self, memory: Memory, material: Material) -> Learned:
        """Return what was learned at an earlier start; have it learned and kept otherwise."""
        key = self._key(material.words)
        kept = memory.recall(key)
        if not kept:
            kept = memory.learn(material)
            memory.keep(key, kept)
        return unpack(kept)

    def _key(self, words: Sequence[Words]) -> str:
        """Return a text that differs if anything differs that is learned from."""
        told = hashlib.sha256(self._rivals.tobytes())
        for phrasing, each in zip(self.phrasings, words, strict=True):
            told.update(f"{phrasing.target} {' '.join(each)}\n".encode())
        if self._encoder is not None:
            told.update(self._encoder.encode([PROBE]).tobytes())
        return told.hexdigest()

    def _learn(self, words: Sequence[Words]) -> Learned:
        lesson = self._lesson(words)
        calibration = _calibrated(self._try(lesson, words, ENOUGH))
        return Learned(learn(lesson, len(self._rivals)), calibration)

    def _lesson(self, words: Sequence[Words]) -> Lesson:
        return Lesson(read(words), _labels(self.phrasings), self._vectors(words))

    def _vectors(self, words: Sequence[Words]) -> Floats | None:
        if self._encoder is None or not words:
            return None
        return self._encoder.learn([" ".join(each) for each in words])

    def _try(self, lesson: Lesson, words: Sequence[Words], enough: int) -> tuple[Trial, ...]:
        """Ask phrasings that were not learned from; return how each fared, in their order."""
        trials = []
        for kept, left_out in folds(lesson.labels, enough=enough):
            fusion = learn(lesson.only(kept), len(self._rivals))
            for number in left_out.tolist():
                vector = fusion.words.vector(words[number])
                meanings = (
                    NO_MEANINGS if lesson.vectors is None else lesson.vectors[number : number + 1]
                )
                trials.append(self._trial(number, fusion.scores(vector, meanings)))
        return tuple(sorted(trials, key=lambda trial: trial.phrasing))

    def _trial(self, number: int, scores: Floats) -> Trial:
        first = int(scores.argmax())
        right = not bool(self._rivals[first, self.phrasings[number].target])
        return Trial(number, first, float(scores[first]), self.lead(scores, first), right)


def _labels(phrasings: Sequence[Phrasing]) -> Ints:
    return np.array([phrasing.target for phrasing in phrasings], dtype=np.int32)


def _calibrated(trials: Sequence[Trial]) -> Calibration:
    results = [(trial.score, trial.lead, trial.right) for trial in trials]
    columns = np.array(results, dtype=np.float32).reshape(-1, 3).T
    return calibrate(columns[0], columns[1], columns[2])
