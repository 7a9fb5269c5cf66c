"""Imports go one way, and ruff says so where one does not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUFF = shutil.which("ruff")

pytestmark = pytest.mark.skipif(RUFF is None, reason='ruff is not installed: pip install ".[dev]"')

MODULES = sorted(
    path.stem
    for path in (ROOT / "bot").iterdir()
    if path.suffix == ".py" or (path / "__init__.py").exists()
)


def banned(line: str, *, where: str) -> bool:
    """Tell whether ruff refuses *line* in the file *where* of this project."""
    done = subprocess.run(
        [str(RUFF), "check", "--select", "TID", "--stdin-filename", where, "-"],
        cwd=ROOT,
        input=line + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.returncode == 1


@pytest.mark.parametrize("name", [each for each in MODULES if not each.startswith("_")])
def test_core_imports_nothing_of_footnote_but_core(name: str):
    """A module that is new in bot/ is added to bot/core/ruff.toml."""
    assert banned(f"import bot.{name}", where="bot/core/new.py") is (name != "core")


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("bot/core/new.py", "import discord"),
        ("bot/core/new.py", "from pathlib import Path"),
        ("bot/core/new.py", "import time"),
        ("bot/core/new.py", "import logging"),
        ("bot/core/new.py", "import asyncio"),
        ("bot/core/new.py", "from ..knowledge.load import load"),
        ("bot/knowledge/new.py", "import discord"),
        ("bot/knowledge/new.py", "import bot.store"),
        ("bot/knowledge/new.py", "from bot import client"),
        ("bot/knowledge/new.py", "from bot.views.card import Card"),
        ("bot/meaning/new.py", "from bot.knowledge.load import load"),
        ("bot/cogs/new.py", "from bot.client import Client"),
        ("bot/cogs/new.py", "import bot.cli"),
        ("bot/views/new.py", "from bot.client import Client"),
        ("bot/client.py", "from bot.cli import app"),
    ],
)
def test_a_lower_layer_does_not_import_a_higher_one(where: str, line: str):
    assert banned(line, where=where)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("bot/core/new.py", "from bot.core.model import Entry"),
        ("bot/knowledge/new.py", "from bot.core.model import Entry"),
        ("bot/cogs/new.py", "from bot.views.card import Card"),
        ("bot/views/new.py", "from bot.core.reply import Reply"),
        ("bot/client.py", "from bot.cogs.ask import Ask"),
        ("bot/__main__.py", "from bot.cli import main"),
        ("bot/cli.py", "from bot.client import Client"),
    ],
)
def test_a_higher_layer_imports_a_lower_one(where: str, line: str):
    assert not banned(line, where=where)
