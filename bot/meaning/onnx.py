"""A sentence-transformers model in ONNX form, run by onnxruntime on one thread."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from rich.console import Console
from rich.progress import track
from tokenizers import Tokenizer

from bot.core.features import Floats
from bot.meaning.eight_bits import in_eight_bits

TOKEN_LIMIT = 128
"""The encoder was trained on as many, and its time grows with them."""


class OnnxEncoder:
    """Encodes texts by the mean of their token vectors (Reimers and Gurevych, 2019).

    *model* and *tokenizer* are its files. The same text gives the same vector, to the last digit:
    each is encoded by itself, and vectors are rounded to half precision. *name* tells its vectors
    from those of another model.
    """

    def __init__(self, model: Path, tokenizer: Path) -> None:
        self._paths = model, tokenizer
        file = in_eight_bits(model.read_bytes())
        self.name = hashlib.sha256(file).hexdigest()[:16]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            file, options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKEN_LIMIT)

    def __reduce__(self) -> tuple[type[OnnxEncoder], tuple[Path, Path]]:
        """Let another process load the same files."""
        return OnnxEncoder, self._paths

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return a row of length 1 for each of *texts*, in order."""
        return np.stack([self._encode(text) for text in texts])

    def learn(self, texts: Sequence[str]) -> Floats:
        """Do the same for many texts at once, on all processors, showing progress if watched."""
        out = Console(stderr=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            watched = track(
                pool.map(self._encode, texts),
                f"Reading {len(texts):,} phrasings",
                total=len(texts),
                console=out,
                transient=True,
                disable=not out.is_terminal,
            )
            return np.stack(list(watched))

    def _encode(self, text: str) -> Floats:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        feed = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        wanted = {name: value for name, value in feed.items() if name in self._inputs}
        (found,) = np.asarray(self._session.run(None, wanted)[0], dtype=np.float32)
        vector = found.mean(axis=0) if found.ndim == 2 else found
        rounded: Floats = (vector / max(np.linalg.norm(vector), 1e-6)).astype(np.float16)
        return rounded.astype(np.float32)
