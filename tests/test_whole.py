"""A disk that fills up leaves what is kept as it was, and no halves beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest

from bot.core.index import Index
from bot.core.model import Base
from bot.errors import EditError
from bot.evaluate.accepted import Accepting
from bot.evaluate.rehearsal import rehearse
from bot.knowledge.files import replace_files
from bot.meaning.lessons import Lessons
from bot.meaning.memory import Remembering

resource = pytest.importorskip("resource", reason="only Unix has limits for a file's size")

Write = Callable[[Path, int], object]


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


class Ones:
    """An encoder to which all texts are the same."""

    def encode(self, texts):
        return np.ones((len(texts), 2), dtype=np.float32)

    learn = encode


def put(folder: Path, number: int) -> None:
    with suppress(EditError):
        replace_files(folder, {"a.yaml": f"- a text of some length, number {number}"})


def keep(folder: Path, number: int) -> None:
    Lessons(folder).keep("key", {"number": np.array(number)})


def remember(folder: Path, number: int) -> None:
    Remembering(Ones(), folder / "vectors.npz").learn([f"text {number}"])


def accept(folder: Path, number: int) -> None:
    base = Base((), (), (), (), f"version-{number}")
    Accepting(folder, Path("knowledge")).write(rehearse(Index(base), []))


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("write", [put, keep, remember, accept])
def test_what_does_not_fit_on_the_disk_leaves_no_trace(tmp_path: Path, write: Write):
    write(tmp_path, 1)
    before = held(tmp_path)

    with full_disk():
        write(tmp_path, 2)

    assert held(tmp_path) == before
    assert len(list(tmp_path.iterdir())) == len(before) == 1
