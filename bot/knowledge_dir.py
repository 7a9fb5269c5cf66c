"""Where the knowledge base is: named, in a checkout, or inside the installed package."""

from __future__ import annotations

import tomllib
from pathlib import Path

PACKAGE = Path(__file__).parent
PROJECT = "footnote-bot"


def find_knowledge(named: Path | None, here: Path) -> Path:
    """Return the folder *named*, else ``knowledge`` beside this project's pyproject.toml in *here*
    or beside the package, else the folder that the wheel carries."""
    if named is not None:
        return named
    for folder in (here, PACKAGE.parent):
        if _is_checkout(folder):
            return folder / "knowledge"
    return PACKAGE / "shipped_knowledge"


def _is_checkout(folder: Path) -> bool:
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return project.get("project", {}).get("name") == PROJECT and (folder / "knowledge").is_dir()
