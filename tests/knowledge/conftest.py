"""A made-up article and the folder that answers from it, written as real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from ferry import ENTRIES, FACTS, FERRY, WriteFolder

from bot.knowledge.article import parse_article
from bot.knowledge.draft.source import draft_source, to_yaml


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """The text of the made-up article, in a file outside the knowledge folder."""
    path = tmp_path / "ferry.md"
    path.write_text(FERRY, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteFolder:
    """Write a sound knowledge folder, with *files* (path to text) over it; return its path.

    The current folder is the one above, so that problems name ``knowledge/...``.
    """
    monkeypatch.chdir(tmp_path)

    def write(**files: str) -> Path:
        sound = {
            "ferry/source.yaml": to_yaml(draft_source(parse_article(FERRY), FACTS)),
            "ferry/entries/ferry.yaml": ENTRIES,
        }
        for name, text in (sound | files).items():
            path = tmp_path / "knowledge" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "knowledge"

    return write
