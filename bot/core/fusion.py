"""How well a question fits each target by its words and its meaning together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core import lexical, semantic
from bot.core.features import Floats, Ints
from bot.core.lexical import Lexical
from bot.core.semantic import Semantic
from bot.core.vocabulary import Vector


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


def learn(
    texts: Sequence[Sequence[str]], labels: Ints, count: int, vectors: Floats | None
) -> Fusion:
    """Return what phrasings teach of *count* targets.

    *texts* holds the words of each phrasing, *labels* its target, in rising order, and *vectors*
    its sentence vector, if an encoder gave any.
    """
    meaning = None if vectors is None else semantic.learn(vectors, labels, count)
    return Fusion(lexical.learn(texts, labels, count), meaning)


def _mean(scores: Sequence[Floats]) -> Floats:
    mean: Floats = np.mean(np.stack(scores), axis=0, dtype=np.float32)
    return mean
