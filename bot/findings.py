"""What the linter found, printed for people, for programs, or for a review on GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from rich.console import Console
from rich.text import Text

from bot.knowledge.lint.finding import Finding, Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


class Form(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def show(found: Sequence[Finding], form: Form) -> None:
    """Print *found* to standard output; for people errors come last, where they are seen."""
    match form:
        case Form.TEXT:
            console = Console(highlight=False, soft_wrap=True)
            for finding in sorted(found, key=lambda each: each.severity is Severity.ERROR):
                console.print(_line(finding))
            console.print(_summary(found))
        case Form.JSON:
            print(_as_json(found))
        case Form.GITHUB:
            print("\n".join([*map(_as_command, found), _summary(found)]))
        case _:
            assert_never(form)


def _line(finding: Finding) -> Text:
    """Return *finding* on one line; its place is a link where the terminal knows them."""
    place = f"{finding.file}:{finding.line}"
    return Text.assemble(
        (place, f"cyan link {Path(finding.file).absolute().as_uri()}"),
        ": ",
        (finding.severity, COLOURS[finding.severity]),
        f": {finding.message} ",
        (f"[{finding.rule}]", "dim"),
    )


def _summary(found: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in found)
    rules = Counter(finding.rule for finding in found)
    parts = ", ".join(f"{count} {rule}" for rule, count in rules.most_common())
    return f"{_count(counts, Severity.ERROR)}, {_count(counts, Severity.WARNING)}" + (
        f": {parts}" if parts else ""
    )


def _count(counts: Counter[Severity], severity: Severity) -> str:
    return f"{counts[severity]} {severity}" + ("" if counts[severity] == 1 else "s")


def _as_json(found: Iterable[Finding]) -> str:
    return json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2)


def _as_command(finding: Finding) -> str:
    """Return *finding* as a workflow command, which GitHub shows beside the line of a change."""
    place = f"file={_property(finding.file)},line={finding.line},title={_property(finding.rule)}"
    return f"::{finding.severity} {place}::{_escape(finding.message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
