"""The curators' guide is followed to its end, word by word: what it shows is what happens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.check import check

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "knowledge.md"
FILES = ROOT / "docs" / "guide"

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (\S+)\n")
STATUS = re.compile(r"# status (\d+)$", re.MULTILINE)
LEFT_OUT = "…"


@dataclass(frozen=True)
class Block:
    """A fenced block of the page. *file* is the one that it is, or a part of."""

    kind: str
    file: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    found = []
    for each in FENCE.finditer(page):
        kind, file, text = each.groups()
        if kind in ("yaml", "diff") and (named := NAMED.match(text)):
            file, text = named[1], text[named.end() :] if kind == "diff" else text
        found.append(Block(kind, file or "", text, page.count("\n", 0, each.start()) + 1))
    return found


class Reader:
    """Somebody in an empty folder, with the articles of the guide, who does what it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shown = ""
        shutil.copytree(FILES, folder, dirs_exist_ok=True)
        command = folder.parent / "bin" / "footnote"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n', "utf-8")
        command.chmod(0o755)
        self.variables = {
            **{name: value for name, value in os.environ.items() if name != "KNOWLEDGE_DIR"},
            "PATH": f"{command.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "CACHE_DIR": str(folder.parent / "cache"),
            "COLUMNS": "88",
        }

    def follow(self, block: Block, typed: str) -> None:
        match block.kind:
            case "sh":
                self.run(block.text, typed)
            case "text":
                assert_shown(block.text, self.shown)
            case "yaml" | "csv" if block.file:
                self.write(block.file, block.text)
            case "diff":
                self.change(block.file, block.text)

    def run(self, commands: str, typed: str) -> None:
        done = subprocess.run(
            ["sh", "-c", commands],  # noqa: S607
            cwd=self.folder,
            env=self.variables,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        (status,) = STATUS.findall(commands) or ["0"]
        self.shown = done.stdout
        assert done.returncode == int(status), done.stdout + done.stderr

    def write(self, file: str, text: str) -> None:
        (self.folder / file).write_text(text, "utf-8")

    def change(self, file: str, difference: str) -> None:
        """Put the lines with a plus for those with a minus, each run of them where it stands."""
        text = (self.folder / file).read_text("utf-8")
        for hunk in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", difference, re.MULTILINE):
            old, new = ("".join(re.findall(r"^.(.*\n)", part, re.M)) for part in hunk)
            assert text.count(old) == 1, f"{file} does not hold once:\n{old}"
            text = text.replace(old, new)
        self.write(file, text)


def assert_shown(page: str, shown: str) -> None:
    """The page leaves out what it marks so; all else is printed as it stands there."""
    parts = "".join(
        ".*?" if part == LEFT_OUT else re.escape(part)
        for part in re.split(f"({LEFT_OUT})", page.removesuffix("\n"))
    )
    shown = "\n".join(line.rstrip() for line in shown.splitlines())
    assert re.fullmatch(rf"{parts}\s*", shown, re.DOTALL), f"shown:\n{shown}\nwanted:\n{page}"


def with_typed(found: list[Block]) -> Iterator[tuple[Block, str]]:
    """Yield each block with what is typed into it, which the next block says."""
    for block, following in zip(found, [*found[1:], None], strict=True):
        yield block, following.text if following and following.kind == "typed" else ""


def test_the_guide_leads_to_a_base_that_holds(tmp_path: Path) -> None:
    folder = tmp_path / "bridge"
    reader = Reader(folder)

    for block, typed in with_typed(blocks(GUIDE.read_text("utf-8"))):
        try:
            reader.follow(block, typed)
        except AssertionError as error:
            raise AssertionError(f"{GUIDE.name}, line {block.line}: {error}") from None

    reader.run("footnote lint", "")
    assert reader.shown.splitlines()[-1].startswith("0 errors, ")
    reader.run("footnote diff before knowledge", "")
    report = check(folder / "knowledge", folder / "bridge-corrected.md")
    assert report.problems == ()
    assert report.golden
