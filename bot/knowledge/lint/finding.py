"""What the linter found: where, how grave, by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.knowledge.content import Located


class Severity(StrEnum):
    """An error stops; a warning does not, unless asked to."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend: where it stands, what is wrong and what to do. Lines count from 1."""

    file: str
    line: int
    rule: str
    message: str
    severity: Severity = Severity.WARNING


def warning(rule: str, piece: Located[Any], message: str, *at: str | int) -> Finding:
    """Return a warning of *rule* at *at* within *piece*."""
    line = piece.document.line((*piece.place, *at))
    return Finding(piece.document.name, line, rule, message)


def error(rule: str, piece: Located[Any], message: str, *at: str | int) -> Finding:
    """Return an error of *rule* at *at* within *piece*."""
    line = piece.document.line((*piece.place, *at))
    return Finding(piece.document.name, line, rule, message, Severity.ERROR)


def stops(finding: Finding, *, strict: bool) -> bool:
    """Tell whether *finding* must be mended first: an error always, a warning if *strict*."""
    return strict or finding.severity is Severity.ERROR
