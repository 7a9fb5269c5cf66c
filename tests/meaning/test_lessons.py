"""What was learned is kept between starts, and never trusted blindly."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from bot.core.index import Index
from bot.core.model import Base, Entry, Kind, Wording
from bot.meaning.lessons import KEPT, Lessons

QUESTIONS = ("which fuel heats the oven", "hwo founded teh bakery", "빵 종류", "mongolia")


def base(*phrasings: str) -> Base:
    """Return two entries, one of them with these ways to ask besides its question."""
    fuel = Wording("en", "What is the oven heated with?", "Beech logs.", phrasings)
    founder = Wording("en", "Who founded the bakery?", "Greta Holm.", ("who is the owner",))
    sorts = Wording("ko", "어떤 빵을 굽나요?", "호밀빵.", ("빵 종류",))
    entries = (
        Entry("fuel", "bakery", Kind.REPORTED, (fuel,), (), ()),
        Entry("founder", "bakery", Kind.REPORTED, (founder, sorts), (), ()),
    )
    return Base((), entries, (), (), "0123456789ab")


BASE = base("oven fuel", "which fuel heats the stove")


class Meaning:
    """An encoder of letters; it counts the texts that it was to learn."""

    def __init__(self, shift: int = 0) -> None:
        self.learned = 0
        self._shift = shift

    def encode(self, texts):
        rows = np.zeros((len(texts), 32), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[(ord(letter) + self._shift) % 32] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)

    def learn(self, texts):
        self.learned += len(texts)
        return self.encode(texts)


def found(index: Index) -> list[object]:
    return [index.search(question, limit=3) for question in QUESTIONS]


@pytest.mark.parametrize("encoder", [None, Meaning()], ids=["words", "words and meaning"])
def test_a_second_start_finds_the_same_to_the_last_digit(tmp_path: Path, encoder):
    first = Index(BASE, encoder, Lessons(tmp_path))
    second = Index(BASE, encoder, Lessons(tmp_path))

    assert found(first) == found(second) == found(Index(BASE, encoder))


def test_a_second_start_learns_nothing(tmp_path: Path):
    Index(BASE, Meaning(), Lessons(tmp_path))
    encoder = Meaning()

    Index(BASE, encoder, Lessons(tmp_path))

    assert encoder.learned == 0


def test_a_changed_base_is_learned_anew(tmp_path: Path):
    Index(BASE, Meaning(), Lessons(tmp_path))
    encoder = Meaning()
    changed = base("oven fuel", "what do they burn")

    index = Index(changed, encoder, Lessons(tmp_path))

    assert encoder.learned > 0
    assert found(index) == found(Index(changed, Meaning()))


def test_another_encoder_learns_anew(tmp_path: Path):
    Index(BASE, Meaning(), Lessons(tmp_path))
    encoder = Meaning(shift=1)

    Index(BASE, encoder, Lessons(tmp_path))

    assert encoder.learned > 0


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 nothing", None])
def test_a_damaged_file_is_learned_anew(tmp_path: Path, damage: bytes | None, caplog):
    expected = found(Index(BASE, None, Lessons(tmp_path)))
    for path in tmp_path.iterdir():
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)

    index = Index(BASE, None, Lessons(tmp_path))

    assert found(index) == expected
    assert "learned anew" in caplog.text
    assert found(Index(BASE, None, Lessons(tmp_path))) == expected


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path, caplog):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    index = Index(BASE, None, Lessons(blocked))

    assert found(index) == found(Index(BASE))
    (said,) = [each.message for each in caplog.records if each.levelname == "WARNING"]
    assert said.startswith(f"Nothing can be kept in {blocked} (File exists): each start learns ")
    assert said.endswith("set CACHE_DIR to a folder that can be written")


def test_what_was_not_used_for_longest_is_removed(tmp_path: Path):
    lessons = Lessons(tmp_path)
    for number in range(KEPT):
        lessons.keep(str(number), {"number": np.array(number)})
        for path in tmp_path.iterdir():
            os.utime(path, (path.stat().st_atime - 10, path.stat().st_mtime - 10))
    lessons.recall("0")

    lessons.keep("new", {"number": np.array(99)})

    assert lessons.recall("0")["number"] == 0
    assert lessons.recall("1") == {}
    assert lessons.recall("new")["number"] == 99
