"""A sentence-transformers model in ONNX form, run by onnxruntime on one thread."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from rich.console import Console
from rich.progress import track
from tokenizers import Tokenizer

from bot.core.features import Floats

BATCH = 8
TOKEN_LIMIT = 256


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The two files that an encoder needs; *name* tells its vectors from another model's."""

    name: str
    model: Path
    tokenizer: Path


class OnnxEncoder:
    """Encodes texts by the mean of their token vectors (Reimers and Gurevych, 2019).

    The same text gives the same vector, to the last digit, whatever is encoded beside it: vectors
    are rounded to half precision.
    """

    def __init__(self, files: ModelFiles) -> None:
        self._files = files
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(files.model), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(files.tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKEN_LIMIT)

    def __reduce__(self) -> tuple[type[OnnxEncoder], tuple[ModelFiles]]:
        """Let another process load the same files."""
        return OnnxEncoder, (self._files,)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return a row of length 1 for each of *texts*, in order."""
        return np.stack([self._batch([text])[0] for text in texts])

    def learn(self, texts: Sequence[str]) -> Floats:
        """Do the same for many texts at once, on all processors, showing progress if watched."""
        order = np.argsort([len(text) for text in texts], kind="stable")
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rows: list[Floats] = [np.empty(0, np.float32)] * len(texts)
        out = Console(stderr=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda batch: self._batch([texts[at] for at in batch]), batches)
            watched = track(
                zip(batches, found, strict=True),
                f"Reading {len(texts):,} phrasings",
                total=len(batches),
                console=out,
                transient=True,
                disable=not out.is_terminal,
            )
            for batch, vectors in watched:
                for place, vector in zip(batch, vectors, strict=True):
                    rows[place] = vector
        return np.stack(rows)

    def _batch(self, texts: Sequence[str]) -> Floats:
        encoded = [self._tokenizer.encode(text).ids for text in texts]
        longest = max(map(len, encoded))
        ids = np.zeros((len(texts), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(encoded):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {name: value for name, value in feed.items() if name in self._inputs}
        found = np.asarray(self._session.run(None, wanted)[0], dtype=np.float32)
        if found.ndim == 3:
            shares = mask / mask.sum(axis=1, keepdims=True)
            found = np.einsum("btd,bt->bd", found, shares.astype(np.float32))
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
        rounded: Floats = found.astype(np.float16).astype(np.float32)
        return rounded
