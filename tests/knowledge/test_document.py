"""YAML is read strictly: what people did not mean is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import document


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- yes\n- ok\n", 1, 'put it in quotes, "yes"'),
        ("a: fine\nb: no\n", 2, 'put it in quotes, "no"'),
        ("time: 12:30\n", 1, 'put it in quotes, "12:30"'),
        ("day: 2026-06-29\n", 1, 'put it in quotes, "2026-06-29"'),
        ("share: 0.5\n", 1, 'put it in quotes, "0.5"'),
        ("number: 010\n", 1, 'put it in quotes, "010"'),
        ("merge:\n  <<: x\n", 2, 'put it in quotes, "<<"'),
        ("a: ~\n", 1, 'put it in quotes, "~"'),
        ("a:\nb: c\n", 1, "nothing stands here"),
        ("a: b\nc:\n  - where is #general\n", 3, "what stands after # is not read: put the text"),
        ("é: [where is #general\n  ]\n", 1, "what stands after # is not read"),
        ("a: 😀\r\nc: two\r\n  lines\t# x\r\n", 2, "what stands after # is not read"),
        ("- #general\n- x\n", 1, "what stands after # is not read"),
        ("a: b\nc: d\na: e\n", 3, "the key 'a' stands twice"),
        ("a: &x b\nc: d\n", 1, "anchor &x"),
        ("a: b\nc: *x\n", 2, "alias *x"),
        ("a: !!python/object:os.system x\n", 1, "tag tag:yaml.org,2002:python/object:os.system"),
        ("a: b\n---\nc: d\n", 2, "a second document begins here"),
        ("? [a, b]\n: c\n", 1, "a key must be a word"),
        ("[" * 13 + "]" * 13, 1, "nested deeper than 12 levels"),
        ("a: b\nc: \x07\n", 2, "not allowed in YAML"),
        ('a: "\\0"\n', 1, "a control character"),
        ("a: b\nc: \ud800\n", 2, "half a character"),
    ],
)
def test_what_yaml_would_guess_at_is_refused_with_its_line(
    text: str, line: int, message: str
) -> None:
    problems = document.parse(text, "some.yaml").problems

    assert [(problem.file, problem.line) for problem in problems] == [("some.yaml", line)]
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("question: Who: me\n", 1, "a colon is in this text: put the text in quotes"),
        ("a: b\n c: d\n", 2, "a colon with a blank behind it makes a key: put a text that holds"),
        ("- a: b\nc: d\n", 2, "this line begins in another column than those it belongs to: "),
        ("- a\n- b:\n    - c\n   - d\n", 4, "this line begins in another column than those it "),
        ("id: x\n- id: y\n", 2, "this line begins in another column than those it belongs to"),
        ('- "pier" to where\n- x\n', 1, "the line goes on behind a closing quote or bracket: put"),
        ("- a: [1]]\n  b: c\n", 1, "the line goes on behind a closing quote or bracket"),
        ("- @you where\n", 1, "no text may begin with @: put it in quotes"),
        ("- `where`\n", 1, "no text may begin with `: put it in quotes"),
        ("- *where* is it\n", 1, "no text may begin with *: put it in quotes"),
        ("- & where\n", 1, "no text may begin with &: put it in quotes"),
        ("- > where\n", 1, "no text may begin with >: put it in quotes"),
        ("- , where\n", 1, "no text may begin with ,: put it in quotes"),
        ("- a:\n\t- b\n", 2, "a tab is here: indent with spaces"),
        ("a: b\n\tc: d\n", 2, "a tab is here: indent with spaces"),
        ("a: b\nkind:stub\nc: d\n", 2, "this line is no key (a word, a colon, a blank), no item"),
        ("- a: One\n  two\n  b: c\n", 2, "and does not stand under the text above: make it one"),
        ("a: 'til when\nb: c\nd: e\n", 1, "the quote or apostrophe that opens here is not closed"),
        ("a: [b\nc: d\ne: [f]\n", 1, "the bracket that opens here is not closed: close it, with"),
        ("a: {b: c\nd: e\n", 1, "the bracket that opens here is not closed"),
        ("a: {1: [b] 2: [c]}\n", 1, "close it, with commas between its parts"),
        ('a: "C:\\path"\n', 1, "a backslash is here in double quotes: write two, or use single"),
        ('a: "\\xzz"\n', 1, "this is not valid YAML: did not find expected hexdecimal number"),
    ],
)
def test_a_slip_that_ends_the_reading_is_told_where_it_began_and_how_to_mend_it(
    text: str, line: int, message: str
) -> None:
    (problem,) = document.parse(text, "some.yaml").problems

    assert problem.line == line
    assert message in problem.message


def test_a_value_that_is_misread_is_told_once() -> None:
    read = document.parse("a: b\nanswer:\n", "some.yaml")

    read.report(("answer",), "'answer' is '', which is blank: fill it in")

    assert [problem.line for problem in read.problems] == [2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- 'no'\n- \"12:30\"\n- |\n  two\n  lines\n", ["no", "12:30", "two\nlines\n"]),
        ("7: [1, 0]\nword: 12 men\n", {7: [1, 0], "word": "12 men"}),
        ("ok: {a: b}\n", {"ok": {"a": "b"}}),
        ("kind: stub  # not yet\nis: C# or F#\n# x\n", {"kind": "stub", "is": "C# or F#"}),
        ("a: 'is #it' # so\nb: >- # so\n  is #it\n", {"a": "is #it", "b": "is #it"}),
        ("a: one line\n# a comment\nb: [1, 2] # x\n", {"a": "one line", "b": [1, 2]}),
    ],
)
def test_quoted_text_and_whole_numbers_are_read_as_they_stand(text: str, value: object) -> None:
    read = document.parse(text, "some.yaml")

    assert (read.value, read.problems) == (value, [])


def test_every_mistake_of_a_file_is_reported_at_once() -> None:
    read = document.parse("a: no\nb: yes\nb: 1.5\n", "some.yaml")

    assert [problem.line for problem in read.problems] == [1, 2, 3, 3]


def test_a_file_that_breaks_off_has_no_value() -> None:
    """Half a file would look full of missing keys."""
    assert document.parse("a: b\nc: [d\n", "some.yaml").value is None


def test_a_place_without_a_line_has_that_of_what_surrounds_it() -> None:
    read = document.parse("a: b\nlist:\n  - one\n  - two\n", "some.yaml")

    assert [read.line(at) for at in ((), ("list",), ("list", 1), ("list", 9, "x"))] == [1, 2, 4, 2]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (document.FILE_LIMIT_BYTES + 1))

    assert "over 8 MiB" in document.read(path).problems[0].message


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: b\nc: é\n".encode("latin-1"))
    problems = document.read(path).problems

    assert [problem.line for problem in problems] == [2]
    assert "not UTF-8" in problems[0].message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes("\ufeffa: b\n".encode())

    assert document.read(path).value == {"a": "b"}


def test_a_missing_file_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    assert "cannot be read" in document.read(tmp_path / "none.yaml").problems[0].message


@given(st.text() | st.text(alphabet="-:[]{}&*!|>'\"#?%, \n\tab01"))
def test_no_text_makes_reading_raise_or_depend_on_chance(text: str) -> None:
    assert document.parse(text, "some.yaml") == document.parse(text, "some.yaml")


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_no_nesting_makes_reading_raise(value: object) -> None:
    text = str(value)

    assert document.parse(text, "some.yaml").name == "some.yaml"
