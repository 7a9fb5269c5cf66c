"""``footnote try``: questions are answered while a curator edits the base beside."""

from __future__ import annotations

import asyncio
import io
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.commands.trying import on_trial
from bot.core.features import Floats
from bot.core.semantic import Encoder
from bot.knowledge import snapshot

SMALL_BASE = Path(__file__).parent / "base"
ENTRIES = Path("base/entries/lamps.yaml")
QUESTION = "who wrote the article"
ANSWER = "Mara Quill wrote it for the Harbour Gazette."
NEW_ANSWER = "A certain Mara Quill did."

Edit = tuple[str, str]
Step = Edit | Callable[[], object]


@pytest.fixture(autouse=True)
def in_a_folder_with_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "88")
    shutil.copytree(SMALL_BASE, "base")


def edit(old: str, new: str) -> None:
    """Save the file of entries with *new* for *old*."""
    ENTRIES.write_text(ENTRIES.read_text("utf-8").replace(old, new), "utf-8")


async def saved(steps: Iterable[Step]) -> AsyncIterator[None]:
    """Yield after each of *steps*, as whoever watches the folder does."""
    for step in steps:
        step() if callable(step) else edit(*step)
        yield


@pytest.fixture
def after(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Ask a question, take each of these steps, and return what is shown of them."""

    def run(
        steps: Iterable[Step], questions: str = f"{QUESTION}\n", encoder: Encoder | None = None
    ) -> str:
        trial = on_trial(Path("base"), encoder)
        monkeypatch.setattr(sys, "stdin", io.StringIO(questions))
        trial.run()
        capsys.readouterr()
        asyncio.run(trial.follow(saved(steps)))
        return capsys.readouterr().out

    return run


def test_a_changed_answer_is_shown_to_the_question_asked_last(after: Callable[..., str]):
    shown = after([(ANSWER, NEW_ANSWER)])

    assert "Taken over: 7 entries, base " in shown
    assert NEW_ANSWER in shown
    assert "nearest phrasing" in shown
    assert shown.endswith("> ")


def test_before_any_question_a_change_is_taken_over_all_the_same(after: Callable[..., str]):
    shown = after([(ANSWER, NEW_ANSWER)], questions="")

    assert "Taken over" in shown
    assert NEW_ANSWER not in shown


def test_a_base_with_a_problem_is_named_by_line_and_the_old_one_answers_on(
    after: Callable[..., str],
):
    shown = after([("kind: forecast", "kind: guess")])

    assert "base/entries/lamps.yaml:61: 'kind' is 'guess'" in shown
    assert "The base as it was answers on." in shown
    assert "Taken over" not in shown


def test_a_mended_base_is_said_to_be_sound(after: Callable[..., str]):
    shown = after([("kind: forecast", "kind: guess"), ("kind: guess", "kind: forecast")])

    assert "The base is sound again, and as it was." in shown
    assert "Taken over" not in shown


def test_a_folder_that_goes_is_missed_once_and_may_come_back(after: Callable[..., str]):
    base = Path("base")

    shown = after([lambda: base.rename("away"), lambda: None, lambda: Path("away").rename(base)])

    assert shown.count("base:1: there is no such folder") == 1
    assert shown.count("The base is sound again, and as it was.") == 1


class Moody:
    """An encoder to which all texts are the same, until it fails."""

    broken = False

    def encode(self, texts: Sequence[str]) -> Floats:
        if self.broken:
            raise RuntimeError("out of luck")
        return np.ones((len(texts), 2), dtype=np.float32)

    learn = encode


def test_an_error_of_ours_is_shown_and_the_next_change_is_taken_over(
    after: Callable[..., str], caplog: pytest.LogCaptureFixture
):
    encoder = Moody()

    def steps() -> Iterator[Edit]:
        encoder.broken = True
        yield ANSWER, "Nobody knows."
        encoder.broken = False
        yield "Nobody knows.", NEW_ANSWER

    shown = after(steps(), encoder=encoder)

    assert "RuntimeError: out of luck" in caplog.text
    assert shown.count("The base as it was answers on.") == 1
    assert shown.count("Taken over") == 1


def test_what_no_answer_depends_on_is_passed_over_in_silence(after: Callable[..., str]):
    assert after([("- id: foghorn", "# About the foghorn.\n- id: foghorn")]) == ""


def test_while_git_is_at_work_nothing_is_read(
    after: Callable[..., str], monkeypatch: pytest.MonkeyPatch
):
    """A checkout takes its lock first, and lets it go when all files are there."""
    monkeypatch.setattr(snapshot, "TRIES", 1)
    lock = Path(".git/index.lock")

    def checkout() -> Iterator[Edit]:
        lock.parent.mkdir()
        lock.touch()
        yield ANSWER, "Nobody knows."
        lock.unlink()
        yield "Nobody knows.", NEW_ANSWER

    shown = after(checkout())

    assert "git is at work on base: try again once it has finished" in shown
    assert "The base as it was answers on." in shown
    assert "Nobody knows." not in shown
    assert shown.count("Taken over") == 1
    assert NEW_ANSWER in shown


def test_an_address_of_the_manual_that_is_set_is_no_change(
    after: Callable[..., str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MANUAL_URL", "https://footnote.example/manual")
    source = Path("base/source.yaml")
    source.write_text(
        source.read_text("utf-8").replace("id: lighthouses", "id: footnote"), "utf-8"
    )

    assert after([("- id: foghorn", "# About the foghorn.\n- id: foghorn")]) == ""
