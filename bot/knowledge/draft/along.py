"""What a new knowledge folder takes along from the one that comes with Footnote."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.files import replace_files, write_folder

SMALL_TALK = "smalltalk.yaml"
MANUAL = "footnote"


def is_new(knowledge: Path) -> bool:
    """Tell whether nothing stands in *knowledge* yet: what is gone later was meant to go."""
    return not (knowledge / SMALL_TALK).exists() and not any(knowledge.glob("*/source.yaml"))


def take_small_talk(shipped: Path, knowledge: Path) -> Path:
    """Copy the small talk of *shipped* into *knowledge*, so that a base can answer a hello."""
    replace_files(knowledge, {SMALL_TALK: (shipped / SMALL_TALK).read_text("utf-8")})
    return knowledge / SMALL_TALK


def take_manual(shipped: Path, knowledge: Path) -> Path:
    """Copy the manual's folder of *shipped* into *knowledge*, so that a bot can be asked about it.

    Raises `EditError` where it stands there already.
    """
    folder = shipped / MANUAL
    paths = [path for path in folder.rglob("*.yaml") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    write_folder(knowledge / MANUAL, files)
    return knowledge / MANUAL
