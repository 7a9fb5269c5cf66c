"""The search for inputs that break a rule, as a developer starts it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("bash") is None, reason="scripts need bash")
def test_the_search_runs_the_named_rules_and_ends() -> None:
    done = subprocess.run(
        [str(ROOT / "scripts" / "fuzz"), "1", "-k", "cut_to_one_line"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
