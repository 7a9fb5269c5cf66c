"""Footnote's own manual, which is a source like any other: it says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.knowledge.check import check
from bot.store import RETENTION_DAYS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "knowledge"
MANUAL = ROOT / "docs" / "manual.md"
TEXT = MANUAL.read_text("utf-8")
COMMANDS = {
    name
    for cog in ROOT.glob("bot/cogs/*.py")
    for name in re.findall(
        r'app_commands\.command\(\s*name=locale_str\("(\w+)"\)', cog.read_text("utf-8")
    )
}


def test_every_footnote_holds_against_the_manual() -> None:
    report = check(FOLDER, MANUAL)

    assert report.problems == ()
    assert report.verified > 0


def test_the_commands_are_those_that_there_are() -> None:
    assert COMMANDS
    assert set(re.findall(r"(?<!\w)/(\w+)", TEXT)) == COMMANDS


@pytest.mark.parametrize("days", sorted(set(RETENTION_DAYS.values())))
def test_it_says_how_long_things_are_kept(days: int) -> None:
    assert f"{days} days" in TEXT
