"""Vectors of phrasings are kept between starts; questions never are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.meaning.memory import Remembering


class Counting:
    """An encoder that writes down what it was asked to encode."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.seen += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    learn = encode


def test_a_second_start_encodes_only_what_is_new(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    first = Remembering(Counting(), path).learn(["bread", "cake"])
    counting = Counting()

    second = Remembering(counting, path).learn(["cake", "scones", "bread"])

    assert counting.seen == ["scones"]
    assert second.tolist() == [first[1].tolist(), [6.0, 1.0], first[0].tolist()]


def test_questions_leave_no_trace(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    remembering = Remembering(Counting(), path)
    remembering.learn(["bread"])
    before = path.read_bytes()

    remembering.encode(["is my neighbour a spy"])

    assert path.read_bytes() == before


def test_what_the_base_no_longer_holds_is_forgotten(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    Remembering(Counting(), path).learn(["bread", "cake"])
    Remembering(Counting(), path).learn(["scones"])
    counting = Counting()

    Remembering(counting, path).learn(["bread"])

    assert counting.seen == ["bread"]


def test_a_damaged_file_is_made_anew(tmp_path: Path):
    path = tmp_path / "vectors.npz"
    path.write_bytes(b"not an archive")

    assert Remembering(Counting(), path).learn(["bread"]).tolist() == [[5.0, 1.0]]
    assert Remembering(Counting(), path).learn(["bread"]).tolist() == [[5.0, 1.0]]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")

    remembering = Remembering(Counting(), tmp_path / "file" / "vectors.npz")

    assert remembering.learn(["bread"]).tolist() == [[5.0, 1.0]]
