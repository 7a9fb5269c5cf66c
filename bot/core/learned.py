"""What a base's phrasings taught, and the same as plain arrays, to be kept between starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.calibration import Calibration
from bot.core.fusion import Fusion
from bot.core.lexical import Lexical
from bot.core.semantic import Semantic
from bot.core.sparse import Sparse
from bot.core.vocabulary import Vocabulary

Arrays = Mapping[str, NDArray[Any]]

WORDS = ("steps", "ids", "values", "starts", "first")
WEIGHTS = {"weight-starts": "starts", "weight-columns": "columns", "weight-values": "values"}
MEANING = ("mean", "whitening", "meaning")


@dataclass(frozen=True, slots=True)
class Learned:
    """How to score targets, and what a score is worth."""

    fusion: Fusion
    calibration: Calibration


def pack(learned: Learned) -> Arrays:
    """Return *learned* as arrays, by name."""
    words, meaning = learned.fusion.words, learned.fusion.meaning
    arrays: dict[str, NDArray[Any]] = {
        "marks": words.vocabulary.marks,
        "idf": words.vocabulary.idf,
        "total": np.array(words.vocabulary.total),
        **{name: getattr(words.weights, part) for name, part in WEIGHTS.items()},
        **{name: getattr(words, name) for name in WORDS},
        "calibration": np.array(astuple(learned.calibration)),
    }
    if meaning is not None:
        told = (meaning.mean, meaning.whitening, meaning.weights)
        arrays |= zip(MEANING, told, strict=True)
    return arrays


def unpack(arrays: Arrays) -> Learned:
    """Return what `pack` made arrays of."""
    vocabulary = Vocabulary(arrays["marks"], arrays["idf"], int(arrays["total"]))
    weights = Sparse(*(arrays[name] for name in WEIGHTS))
    words = Lexical(vocabulary, weights, *(arrays[name] for name in WORDS))
    told = [arrays[name] for name in MEANING if name in arrays]
    meaning = Semantic(*told) if told else None
    return Learned(Fusion(words, meaning), Calibration(*arrays["calibration"].tolist()))
