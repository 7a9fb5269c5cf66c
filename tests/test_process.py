"""How the process of a command ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AT_WORK = """
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from bot.process import leave

begun = Event()

def learn():
    with ThreadPoolExecutor() as others:
        others.submit(Event().wait)
        begun.set()

Thread(target=learn, daemon=True).start()
begun.wait()
"""
AT_REST = "from bot.process import leave\n"


@pytest.mark.parametrize("before", [AT_REST, AT_WORK], ids=["rest", "work"])
def test_a_process_ends_at_once_with_its_status_and_all_that_it_has_said(before: str):
    """What is learned aside for somebody who has gone is not waited for."""
    done = subprocess.run(
        [sys.executable, "-c", f"{before}print('said'); leave(3)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stdout, done.stderr) == (3, "said\n", "")
