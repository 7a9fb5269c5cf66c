"""The same base and the same question give the same answer, in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKED = """
import sys
from pathlib import Path
from bot.core.decide import decide
from bot.core.index import Index
from bot.knowledge.load import load
index = Index(load(Path("tests/base")))
for question in sys.argv[1:]:
    print(decide(index, question))
    print([entry.id for entry in index.complete(question, limit=25)])
"""
QUESTIONS = (
    "what is the north tower built of",
    "wich stone is teh suoth towre",
    "who keeps the lamps and when was the second lit?",
    "how many ships sank",
    "lamps",
    "hello",
    "등대",
    "",
)


def answers(seed: str) -> str:
    """Ask in a fresh process in which sets and dictionaries are laid out by *seed*."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED, *QUESTIONS],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_no_answer_hangs_on_how_a_process_lays_out_its_sets() -> None:
    first = answers("1")

    assert first.count("Reasons(") == len(QUESTIONS)
    assert answers("2") == first
