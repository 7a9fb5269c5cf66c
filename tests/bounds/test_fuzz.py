"""The search for inputs that break a rule, as a developer starts it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="scripts need bash")


def fuzz(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "scripts" / "fuzz"), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_search_tells_how_it_is_used() -> None:
    done = fuzz("--help")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "usage: scripts/fuzz [SECONDS [OPTIONS OF PYTEST]]\n"


def test_the_search_runs_the_named_rules_and_ends() -> None:
    done = fuzz("1", "-k", "cut_to_one_line")

    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
