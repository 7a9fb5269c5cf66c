"""``footnote try``: questions are answered while a curator edits the base beside."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.commands.trial import Trial
from bot.core.index import Index
from bot.knowledge.load import load

SMALL_BASE = Path(__file__).parent / "base"
ENTRIES = Path("base/entries/lamps.yaml")
QUESTION = "who wrote the article"
ANSWER = "Mara Quill wrote it for the Harbour Gazette."
NEW_ANSWER = "A certain Mara Quill did."


@pytest.fixture(autouse=True)
def in_a_folder_with_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "88")
    shutil.copytree(SMALL_BASE, "base")


def edit(old: str, new: str) -> None:
    """Save the file of entries with *new* for *old*."""
    ENTRIES.write_text(ENTRIES.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def after(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Ask a question, save each of these edits, and return what is shown of them."""

    def run(*edits: tuple[str, str], questions: str = f"{QUESTION}\n") -> str:
        trial = Trial(Path("base"), Index(load(Path("base"))), Index)
        monkeypatch.setattr(sys, "stdin", io.StringIO(questions))
        trial.run()
        capsys.readouterr()
        trial.follow(edit(*each) for each in edits)
        return capsys.readouterr().out

    return run


def test_a_changed_answer_is_shown_to_the_question_asked_last(after: Callable[..., str]):
    shown = after((ANSWER, NEW_ANSWER))

    assert "Taken over: 7 entries, base " in shown
    assert NEW_ANSWER in shown
    assert "nearest phrasing" in shown
    assert shown.endswith("> ")


def test_before_any_question_a_change_is_taken_over_all_the_same(after: Callable[..., str]):
    shown = after((ANSWER, NEW_ANSWER), questions="")

    assert "Taken over" in shown
    assert NEW_ANSWER not in shown


def test_a_base_with_a_problem_is_named_by_line_and_the_old_one_answers_on(
    after: Callable[..., str],
):
    shown = after(("kind: forecast", "kind: guess"))

    assert "base/entries/lamps.yaml:61: 'kind' is 'guess'" in shown
    assert "The base as it was answers on." in shown
    assert "Taken over" not in shown


def test_a_mended_base_is_said_to_be_sound(after: Callable[..., str]):
    shown = after(("kind: forecast", "kind: guess"), ("kind: guess", "kind: forecast"))

    assert "The base is sound again, and as it was." in shown
    assert "Taken over" not in shown


def test_what_no_answer_depends_on_is_passed_over_in_silence(after: Callable[..., str]):
    assert after(("- id: foghorn", "# About the foghorn.\n- id: foghorn")) == ""
