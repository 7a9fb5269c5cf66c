"""What the linter found, as people, programs and GitHub read it."""

from __future__ import annotations

import json

import pytest

from bot.findings import Form, show
from bot.knowledge.lint.finding import Finding, Severity

CLASH = Finding("base/a.yaml", 3, "clash", "'100%, no' asks twice: keep one", Severity.ERROR)
TWINS = Finding("base/b.yaml", 7, "twins", "nearly the same " + "again and " * 20)


def test_people_get_a_line_each_that_begins_with_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """A place that is broken over two lines cannot be clicked. What must be mended stands last."""
    monkeypatch.setenv("COLUMNS", "40")

    show([CLASH, TWINS], Form.TEXT)

    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith("base/b.yaml:7: warning: nearly the same")
    assert second == "base/a.yaml:3: error: '100%, no' asks twice: keep one [clash]"
    assert last == "1 error, 1 warning: 1 clash, 1 twins"


def test_a_terminal_gets_a_link_to_the_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FORCE_COLOR", "1")

    show([CLASH], Form.TEXT)

    assert "/base/a.yaml\x1b\\" in capsys.readouterr().out


def test_programs_get_json(capsys: pytest.CaptureFixture[str]):
    show([CLASH], Form.JSON)

    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "base/a.yaml",
            "line": 3,
            "rule": "clash",
            "message": "'100%, no' asks twice: keep one",
            "severity": "error",
        }
    ]


def test_github_gets_commands_whose_marks_are_escaped(capsys: pytest.CaptureFixture[str]):
    """As the reference of GitHub's workflow commands says."""
    odd = Finding("a,b:c.yaml", 1, "twins", "two\nlines")

    show([CLASH, odd], Form.GITHUB)

    assert capsys.readouterr().out.splitlines()[:2] == [
        "::error file=base/a.yaml,line=3,title=clash::'100%25, no' asks twice: keep one",
        "::warning file=a%2Cb%3Ac.yaml,line=1,title=twins::two%0Alines",
    ]


@pytest.mark.parametrize("form", [Form.TEXT, Form.GITHUB])
def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str], form: Form):
    show([], form)

    assert capsys.readouterr().out == "0 errors, 0 warnings\n"
