"""Vectors of a base's phrasings, kept between starts; questions are never kept."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.core.features import Floats
from bot.core.semantic import Encoder
from bot.whole import written_whole

_log = logging.getLogger(__name__)


class Remembering:
    """An encoder that looks up what it has learned before, by a hash of each text.

    *path* is its file, an ``.npz``; one that cannot be read is made anew, one that cannot be
    written is done without.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._encoder = encoder
        self._path = path

    def encode(self, texts: Sequence[str]) -> Floats:
        """Encode questions; nothing is kept."""
        return self._encoder.encode(texts)

    def learn(self, texts: Sequence[str]) -> Floats:
        """Encode phrasings, those that are new by the model and the others from the file."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        known = self._read()
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            known |= zip(new, self._encoder.learn(list(new.values())), strict=True)
            self._write({key: known[key] for key in dict.fromkeys(keys)})
        return np.stack([known[key] for key in keys])

    def _read(self) -> dict[bytes, Floats]:
        try:
            with self._path.open("rb") as file, np.load(file) as stored:
                keys, vectors = stored["keys"], stored["vectors"].astype(np.float32)
        except FileNotFoundError:
            return {}
        except Exception:  # a damaged file fails in many ways, all with the same remedy
            _log.warning("The remembered vectors cannot be read and are made anew")
            return {}
        return {bytes(key): vector for key, vector in zip(keys, vectors, strict=True)}

    def _write(self, known: dict[bytes, Floats]) -> None:
        keys = np.array([np.frombuffer(key, dtype=np.uint8) for key in known])
        vectors = np.stack(list(known.values())).astype(np.float16)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(self._path) as new:
                np.savez(new, keys=keys, vectors=vectors)
        except OSError as error:
            # What is learned from them is kept in the same folder, and `Lessons` warns of it.
            _log.debug("The vectors cannot be remembered: %s", error.strerror)
