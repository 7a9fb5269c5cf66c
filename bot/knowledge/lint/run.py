"""All rules on one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bot.core.index import Index
from bot.core.part import Memory
from bot.core.semantic import Encoder
from bot.errors import Problem
from bot.knowledge.lint import (
    clashes,
    declines,
    golden,
    languages,
    limits,
    phrasings,
    reach,
    related,
    review,
    spelling,
    twins,
)
from bot.knowledge.lint.finding import Finding, Severity
from bot.knowledge.lint.subject import Subject
from bot.knowledge.load import build
from bot.knowledge.reading.reading import Progress, silent
from bot.knowledge.references import read_content

Rule = Callable[[Subject], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    clashes.same,
    clashes.nearly_same,
    reach.astray,
    reach.unreached,
    golden.stolen,
    declines.too_sure,
    phrasings.wordless,
    phrasings.too_few,
    languages.missing,
    limits.cut,
    review.overdue,
    twins.alike,
    related.one_way,
    spelling.misspelt,
)


def lint(
    folder: Path,
    today: date,
    encoder: Encoder | None = None,
    memory: Memory | None = None,
    progress: Progress = silent,
) -> tuple[Finding, ...]:
    """Return what every rule finds in *folder*, in the order of files and lines.

    A folder with problems is not looked at further: they are the findings, all errors. With an
    *encoder*, phrasings and golden questions are tried as a bot that has it would; with a
    *memory*, what was learned before is not learned again.
    """
    content = read_content(folder)
    if content.problems:
        return tuple(map(_as_error, content.problems))
    progress("Learning from the base", 0, 0)
    subject = Subject(content, Index(build(content), encoder, memory), today)
    found: list[Finding] = []
    for done, rule in enumerate(RULES):
        progress("Looking for what serves badly", done, len(RULES))
        found += rule(subject)
    return tuple(sorted(found))


def _as_error(problem: Problem) -> Finding:
    return Finding(problem.file, problem.line, "problem", problem.message, Severity.ERROR)
