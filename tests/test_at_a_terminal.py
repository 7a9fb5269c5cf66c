"""The commands that talk with a curator, at a real (pseudo-) terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="only Unix has pseudo-terminals")

from typist import Typist

SMALL_BASE = Path(__file__).parent / "base"
ENTRIES = Path("base/entries/lamps.yaml")
ANSWER = "Mara Quill wrote it for the Harbour Gazette."
NEW_ANSWER = "A certain Mara Quill did."


@pytest.fixture(autouse=True)
def in_a_folder_with_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL_BASE, "base")


def test_an_edit_changes_the_answer_below():
    with Typist("try", "--knowledge", "base") as person:
        person.sees("> ")
        person.types("who wrote the article")
        assert ANSWER in person.sees("guard")
        text = ENTRIES.read_text("utf-8")
        ENTRIES.write_text(text.replace(ANSWER, NEW_ANSWER), "utf-8")
        assert NEW_ANSWER in person.sees("guard")
        person.types("", key="\x04")
        assert person.ends() == 0


def type_an_entry(person: Typist) -> None:
    """Answer all questions, as far as the one whether to write it."""
    answers = {
        "Question": "Why do the crews want a foghorn?",
        "1. ": "reason for the foghorn",
        "2. ": "",
        "start; an empty line ends.": "",
        "Kind": "forecast",
        "Paragraphs": "5",
        "Terms": "foghorn",
        "Answer": "Fog hides the bay.",
        "Related": "foghorn",
        "Id": "",
    }
    for asked, typed in answers.items():
        person.sees(asked)
        person.types(typed)
    person.sees("Write it?")


def test_an_entry_is_written_into_the_file_as_it_is_by_then():
    """Somebody saves the same file while the last question is on the screen."""
    with Typist("new", "--knowledge", "base") as person:
        type_an_entry(person)
        text = ENTRIES.read_text("utf-8").replace("Nobody does.", "No one does.")
        ENTRIES.write_text(f"# A new heading.\n\n{text}", "utf-8")
        person.types("yes")
        person.sees("Written: base/entries/lamps.yaml:68")
        assert person.ends() == 0
    text = ENTRIES.read_text("utf-8")
    assert "No one does." in text
    assert "- id: crews-want-foghorn\n" in text


def test_an_id_that_is_taken_meanwhile_is_refused():
    with Typist("new", "--knowledge", "base") as person:
        type_an_entry(person)
        taken = ENTRIES.read_text("utf-8").replace("id: author", "id: crews-want-foghorn")
        ENTRIES.write_text(taken, "utf-8")
        person.types("yes")
        person.sees("this can be pasted")
        shown = person.sees("The id 'crews-want-foghorn' stands there by now: choose another.")
        assert "- id: crews-want-foghorn\r\n" in shown
        assert person.ends() == 1
    assert ENTRIES.read_text("utf-8") == taken


def test_ctrl_c_leaves_the_base_as_it_was():
    before = ENTRIES.read_bytes()
    with Typist("new", "--knowledge", "base") as person:
        person.sees("Question")
        person.types("Why do the crews want a foghorn?")
        person.sees("1. ")
        person.interrupts(until="Nothing was written; this can be pasted")
        assert person.ends() == 1
    assert ENTRIES.read_bytes() == before
