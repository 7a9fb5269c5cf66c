"""How well a question fits each target by its words and its meaning together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core import lexical, semantic
from bot.core.features import Floats, Ints
from bot.core.lexical import Lexical
from bot.core.semantic import Semantic
from bot.core.vocabulary import Readings, Vector


@dataclass(frozen=True, slots=True)
class Fusion:
    """Scores targets, numbered from 0 on, by the mean of what words and meaning say.

    Without *meaning*, by words alone.
    """

    words: Lexical
    meaning: Semantic | None

    def scores(self, vector: Vector, meanings: Floats) -> Floats:
        """Return the score of each target.

        *meanings* holds a sentence vector for each reading of the question, which count equally;
        where there is none, words decide alone.
        """
        scores = self.words.scores(vector)
        if self.meaning is None or not len(meanings):
            return scores
        return _mean([scores, _mean([self.meaning.scores(each) for each in meanings])])


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learned from: phrasings, the target of each (*labels*, in rising order) and, if an
    encoder gave any, the sentence vector of each.
    """

    texts: Readings
    labels: Ints
    vectors: Floats | None

    def only(self, numbers: Ints) -> Lesson:
        """Return the phrasings of these *numbers* alone, which rise."""
        vectors = None if self.vectors is None else self.vectors[numbers]
        return Lesson(self.texts.only(numbers), self.labels[numbers], vectors)


def learn(lesson: Lesson, count: int) -> Fusion:
    """Return what *lesson* teaches of *count* targets."""
    labels, vectors = lesson.labels, lesson.vectors
    meaning = None if vectors is None else semantic.learn(vectors, labels, count)
    return Fusion(lexical.learn(lesson.texts, labels, count), meaning)


def _mean(scores: Sequence[Floats]) -> Floats:
    mean: Floats = np.mean(np.stack(scores), axis=0, dtype=np.float32)
    return mean
