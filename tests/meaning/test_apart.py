"""A large base is learned by a process of its own, and comes to the same as learned here."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path
from subprocess import PIPE
from textwrap import dedent

import numpy as np
import pytest

from bot.core.part import Material, Phrasing, teach
from bot.meaning import apart
from bot.meaning.apart import learn_apart

WAYS = (
    "oven fuel",
    "which fuel heats the stove",
    "who owns the bakery",
    "owner",
    "name of the owner",
)
PHRASINGS = tuple(Phrasing(number // 2, text, "en") for number, text in enumerate(WAYS))
WORDS = tuple(tuple(text.split()) for text in WAYS)


class Letters:
    """An encoder of letters."""

    def encode(self, texts):
        rows = np.zeros((len(texts), 32), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 32] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)

    learn = encode


class Deadly(Letters):
    """An encoder that ends any process but the first, as a system short of memory does."""

    def learn(self, texts):
        if multiprocessing.parent_process() is not None:
            os._exit(9)
        return self.encode(texts)


class Endless(Letters):
    """An encoder that says that it has begun, and never ends."""

    def learn(self, texts):
        print("Begun.", flush=True)
        threading.Event().wait()


def material(encoder: Letters | None) -> Material:
    count = PHRASINGS[-1].target + 1
    return Material(PHRASINGS, WORDS, ~np.eye(count, dtype=np.bool_), encoder)


@pytest.fixture
def any_size(monkeypatch: pytest.MonkeyPatch):
    """Let even this base be worth a process."""
    monkeypatch.setattr(apart, "WORTHWHILE", 1)


@pytest.mark.usefixtures("any_size")
@pytest.mark.parametrize("encoder", [None, Letters()], ids=["words", "words and meaning"])
def test_another_process_learns_the_same_to_the_last_digit(encoder: Letters | None):
    here, there = teach(material(encoder)), learn_apart(material(encoder))

    assert here.keys() == there.keys()
    assert all((here[name] == there[name]).all() for name in here)


@pytest.mark.usefixtures("any_size")
def test_where_that_process_ends_early_it_is_learned_here(caplog: pytest.LogCaptureFixture):
    learned = learn_apart(material(Deadly()))

    assert (learned["meaning"] == teach(material(Letters()))["meaning"]).all()
    assert "ended early" in caplog.text


def test_it_ends_with_the_process_that_waits_for_it(tmp_path: Path):
    """An operator who stops a first start leaves nothing behind that goes on learning."""
    started = dedent("""
        import os, sys
        sys.path[:0] = sys.argv[1:3]
        from test_apart import Endless, apart, learn_apart, material

        if __name__ == "__main__":
            apart.WORTHWHILE = 1
            learn_apart(material(Endless()))
    """)
    script = tmp_path / "first_start.py"
    script.write_text(started, encoding="utf-8")
    folders = (str(Path(apart.__file__).parents[2]), str(Path(__file__).parent))
    command = [sys.executable, script, *folders]

    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True) as waiting:
        assert waiting.stdout is not None
        begun = waiting.stdout.readline()
        waiting.kill()
        rest = waiting.communicate()  # to the end of both: nobody writes to them any more

    assert begun == "Begun.\n"
    assert rest == ("", "")


def test_a_small_base_is_learned_here(caplog: pytest.LogCaptureFixture):
    """Its encoder would end another process, and that would be said."""
    learned = learn_apart(material(Deadly()))

    assert learned.keys() == teach(material(Letters())).keys()
    assert caplog.text == ""
