"""Footnote beside the echo bot: how their turns are compared."""

from __future__ import annotations

from benchmarks.discord_load import Load, Turn
from benchmarks.report import loads


def test_bots_are_compared_turn_by_turn_and_the_middle_turn_counts() -> None:
    """In the second turn the machine was busy, for both alike."""
    echo = Load("echo", [Turn(200.0, 50.0, [2.0]), Turn(20.0, 50.0, [9.0]), Turn(200, 50, [2.0])])
    ours = Load("ours", [Turn(100.0, 50.0, [8.0]), Turn(10.0, 25.0, [9.0]), Turn(180, 50, [4.0])])

    *_, line = loads([echo, ours]).splitlines()

    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells == ["ours", "100", "0.50", "50.0", "1.00", "8.00", "9.00"]
