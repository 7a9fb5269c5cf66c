"""Whatever stands in a knowledge folder, it loads or is refused in words, by file and line."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hostile import SMALL_BASE, Damage, as_yaml, damaged_base, damages, wrong_values
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Base
from bot.errors import BaseError, Problem
from bot.knowledge import document
from bot.knowledge.content import TOP_FILES
from bot.knowledge.load import load

LONGEST_MESSAGE = 400


def outcome(folder: Path) -> Base | tuple[Problem, ...]:
    """Load *folder*: the base, or what is wrong with it."""
    try:
        return load(folder)
    except BaseError as error:
        return error.problems


def assert_in_words(problems: tuple[Problem, ...], folder: Path) -> None:
    """Each problem names a place that there is, in one line that a person can read."""
    assert problems
    for problem in problems:
        path = Path(problem.file)
        count = len(path.read_bytes().splitlines()) + 1 if path.is_file() else 1
        assert path.is_relative_to(folder)
        assert 1 <= problem.line <= count
        assert 0 < len(problem.message) <= LONGEST_MESSAGE
        assert "\n" not in problem.message


@settings(deadline=None)
@given(st.lists(damages, min_size=1, max_size=3))
def test_a_damaged_base_loads_or_is_refused_by_file_and_line(done: list[Damage]) -> None:
    with TemporaryDirectory() as place:
        folder = damaged_base(Path(place), done)
        found = outcome(folder)

        assert outcome(folder) == found
        if isinstance(found, Base):
            assert decide(Index(found), "what is the north tower built of").reasons.base_version
        else:
            assert_in_words(found, folder)


@settings(deadline=None)
@given(
    st.sampled_from([*TOP_FILES, "source.yaml", "questions.yaml", "entries/lamps.yaml"]), st.data()
)
def test_wrong_values_are_refused_by_file_and_line(name: str, data: st.DataObject) -> None:
    value: Any = data.draw(st.lists(wrong_values, min_size=1, max_size=3) | wrong_values)
    with TemporaryDirectory() as place:
        folder = damaged_base(Path(place), [])
        (folder / name).write_text(as_yaml(value), encoding="utf-8")
        found = outcome(folder)

        assert outcome(folder) == found
        if not isinstance(found, Base):
            assert_in_words(found, folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n", "anchor &a"),
        ("- " * 100_000, "nested deeper than 12 levels"),
        ("[" * 1_000_000, "nested deeper than 12 levels"),
        ("a: " + "1" * 1_000_000, "put it in quotes"),
        ("&" + "a" * 1_000_000 + " b", "anchor &aaa"),
        ("!" + "a" * 1_000_000 + " b", "tag !aaa"),
        ("a: *" + "b" * 1_000_000, "alias *bbb"),
        ("? " + "k" * 100_000 + "\n: v\n? " + "k" * 100_000 + "\n: w\n", "stands twice"),
        ("%TAG !a! tag:a\n--- x\n", "a line begins with %"),
        ("a: b\r%TAG !a! tag:a\n", "a line begins with %"),
        ("a: x\u202etxet\n", "an invisible mark"),
        ("a: b\x85c: d\n", "an unusual line break"),
        ("[" + "x," * 300_000 + "]", "more than 250,000 values"),
    ],
)
def test_a_bomb_is_refused_in_a_few_words(text: str, message: str) -> None:
    problems = document.parse(text, "bomb.yaml").problems

    assert message in problems[0].message
    assert all(len(problem.message) <= LONGEST_MESSAGE for problem in problems)


def test_of_very_many_problems_the_first_are_told() -> None:
    problems = document.parse("- no\n" * 10_000, "many.yaml").problems

    assert len(problems) == document.PROBLEM_LIMIT + 1
    assert "more than 200 problems" in problems[-1].message


def test_a_problem_that_stands_in_a_row_is_told_once() -> None:
    assert len(document.parse("[no, no, no, yes]", "row.yaml").problems) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = damaged_base(tmp_path, [])
    os.mkfifo(folder / "entries" / "pipe.yaml")
    found = outcome(folder)

    assert isinstance(found, tuple)
    assert [problem.message for problem in found] == [
        "this is no file: put a file of this name in its place"
    ]


def test_a_file_without_an_end_is_read_to_the_limit(tmp_path: Path) -> None:
    folder = damaged_base(tmp_path, [])
    if not Path("/dev/zero").exists():
        pytest.skip("no endless file here")
    (folder / "entries" / "endless.yaml").symlink_to("/dev/zero")

    assert "no file" in str(outcome(folder))


def test_a_folder_with_more_entries_than_an_index_can_hold_is_refused(tmp_path: Path) -> None:
    """Each entry has a weight for each word of the base, so memory grows with their product."""
    folder = damaged_base(tmp_path, [])
    entry = (
        "- {{id: e{0}, question: Q, phrasings: [q], answer: A., kind: not_covered, cites: []}}\n"
    )
    text = "".join(map(entry.format, range(4001)))
    (folder / "entries" / "many.yaml").write_text(text, encoding="utf-8")

    assert "keep at most 4000 in a base" in str(outcome(folder))


def test_a_hundred_thousand_phrasings_are_read(tmp_path: Path) -> None:
    folder = damaged_base(tmp_path, [])
    path = folder / "entries" / "lamps.yaml"
    many = "".join(f"    - lamp number {number}\n" for number in range(100_000))
    path.write_text(path.read_text().replace("  phrasings:\n", f"  phrasings:\n{many}", 1))
    found = outcome(folder)

    assert isinstance(found, Base)
    assert len(found.entries[0].wordings[0].phrasings) == 100_004


def test_the_small_base_itself_is_sound() -> None:
    assert isinstance(outcome(SMALL_BASE), Base)
