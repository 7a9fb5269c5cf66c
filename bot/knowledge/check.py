"""One report on a knowledge folder, for the person who edits it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.core.model import Kind
from bot.errors import Problem
from bot.knowledge.beside import put_beside
from bot.knowledge.content import Content, Located
from bot.knowledge.load import aliases
from bot.knowledge.references import read_content
from bot.knowledge.schema import HEARD, TRANSLATIONS, EntrySpec, StubSpec
from bot.knowledge.support import Support, weakest
from bot.knowledge.verify import verify

_KIND_LACKS = "for a kind (reported, argued, forecast or background)"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Stubs of a file that answer nobody until somebody has written them. Lines count from 1."""

    file: str
    lines: tuple[int, ...]
    what: str

    def __str__(self) -> str:
        which = ("stub waits", "line") if len(self.lines) == 1 else ("stubs wait", "lines")
        lines = ", ".join(map(str, self.lines))
        return f"{self.file}: {len(self.lines)} {which[0]} {self.what}, {which[1]} {lines}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. *verified* counts the passages held against the article's text.

    *stubs* still lack something: no problem, but nothing to overlook.
    *support* has the answers that the text supports least, the weakest first.
    """

    problems: tuple[Problem, ...]
    stubs: tuple[Waiting, ...]
    sources: int
    answers: int
    not_covered: int
    phrasings: int
    golden: int
    verified: int = 0
    support: tuple[Support, ...] = ()

    @property
    def summary(self) -> str:
        """One line with the counts."""
        parts = [
            _count(self.sources, "source"),
            f"{self.answers} answers",
            f"{self.not_covered} not covered",
            _count(self.phrasings, "phrasing"),
            _count(self.golden, "golden question"),
        ]
        if self.stubs:
            parts.append(_count(sum(len(each.lines) for each in self.stubs), "stub"))
        if self.verified:
            parts.append(f"{_count(self.verified, 'passage')} held against the text")
        return f"{_count(len(self.problems), 'problem')}: {', '.join(parts)}"


def check(folder: Path, article: Path | str = "", *, support: int = 0) -> Report:
    """Check all of *folder*; with the *article* (a file or address), also that citations hold.

    With the article, *support* is how many of the weakest answers are listed. Never raises for
    what the folder holds: the report has every problem, by file and line. Raises `DraftError`
    where the article cannot be read, and `ExtraError` where that needs a package.
    """
    content = read_content(folder)
    beside = put_beside(content, str(article)) if article else None
    if beside is None:
        return _report(content)
    verified = verify(beside)
    listed = weakest(beside, aliases(content), support) if support else ()
    return replace(_report(content), verified=verified, support=listed)


def _report(content: Content) -> Report:
    specs = [entry.spec for entry in content.entries]
    not_covered = sum(spec.kind is Kind.NOT_COVERED for spec in specs)
    return Report(
        problems=content.problems,
        stubs=tuple(_waiting(content.stubs)),
        sources=len(content.sources),
        answers=len(specs) - not_covered,
        not_covered=not_covered,
        phrasings=sum(map(_count_phrasings, specs)),
        golden=sum(len(source.golden) for source in content.sources),
    )


def _waiting(stubs: Iterable[Located[StubSpec]]) -> Iterator[Waiting]:
    lines: dict[tuple[str, str], list[int]] = {}
    for stub in stubs:
        what = _KIND_LACKS if stub.spec.answer.strip() else "for an answer"
        at = stub.document.line((*stub.place, "id"))
        lines.setdefault((stub.document.name, what), []).append(at)
    for (file, what), found in lines.items():
        yield Waiting(file, tuple(found), what)


def _count_phrasings(spec: EntrySpec) -> int:
    """Return how many phrasings *spec* has in all languages."""
    others = [getattr(spec, lang) for lang in (*TRANSLATIONS, *HEARD)]
    return sum(len(each.phrasings) for each in (spec, *others) if each)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
