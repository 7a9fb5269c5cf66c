"""The encoder that the bot would use here, and wrappers for measuring."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.core.features import Floats
from bot.core.semantic import Encoder
from bot.meaning.models import find_encoder
from bot.settings import load_settings


def installed(cache: Path) -> Encoder | None:
    """Return the encoder of ENCODER_DIR or of the extra, if any; *cache* keeps its vectors."""
    return find_encoder(load_settings().encoder_dir, cache)


class Remembered:
    """Encodes each text once, for accuracy over many draws of the same phrasings."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._learned: dict[str, Floats] = {}
        self._asked: dict[str, Floats] = {}

    def learn(self, texts: Sequence[str]) -> Floats:
        """Return the vectors of phrasings, new ones by the encoder."""
        new = [text for text in dict.fromkeys(texts) if text not in self._learned]
        if new:
            self._learned |= zip(new, self._encoder.learn(new), strict=True)
        return np.stack([self._learned[text] for text in texts])

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return the vectors of questions, new ones by the encoder."""
        for text in texts:
            if text not in self._asked:
                self._asked[text] = self._encoder.encode([text])[0]
        return np.stack([self._asked[text] for text in texts])


class Drawn:
    """Draws the vectors of phrasings at random: what an answer costs does not depend on them.

    Encoding 100,000 phrasings takes minutes, and nothing is measured on them but time and memory.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def learn(self, texts: Sequence[str]) -> Floats:
        """Return a random row of length 1 for each of *texts*, always the same."""
        size = self._encoder.encode(["size"]).shape[1]
        rows = np.random.default_rng(0).standard_normal((len(texts), size), dtype=np.float32)
        drawn: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return drawn

    def encode(self, texts: Sequence[str]) -> Floats:
        """Encode questions as ever."""
        return self._encoder.encode(texts)


class Timed:
    """Adds up what learning takes: *learning_s*."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.learning_s = 0.0

    def learn(self, texts: Sequence[str]) -> Floats:
        """Encode phrasings, by the clock."""
        start = time.perf_counter()
        vectors = self._encoder.learn(texts)
        self.learning_s += time.perf_counter() - start
        return vectors

    def encode(self, texts: Sequence[str]) -> Floats:
        """Encode questions as ever."""
        return self._encoder.encode(texts)
