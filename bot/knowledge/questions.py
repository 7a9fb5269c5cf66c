"""Files of questions to ask a base: golden ones, and those of a public evaluation set.

A golden question names the entries that may answer it (``reach``), a question of an evaluation
set the paragraphs that a right answer cites (``gold``); either may say that it must be declined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from bot.core.model import Base, Entry
from bot.errors import QuestionsError
from bot.knowledge import document, schema
from bot.knowledge.content import Content
from bot.knowledge.explain import explain


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what is right: an entry of *reach*, or one that cites what *gold* names.

    Where both are empty the question must be declined. One that *may_fail* is known to go wrong.
    *source* is the id of that which it is a golden question of.
    """

    id: str
    text: str
    style: str
    lang: str
    reach: frozenset[str] = frozenset()
    gold: frozenset[str] = frozenset()
    may_fail: bool = False
    source: str = ""

    @property
    def answerable(self) -> bool:
        """Tell whether an entry answers it."""
        return bool(self.reach or self.gold)

    def accepts(self, entry: Entry) -> bool:
        """Tell whether *entry* is a right answer."""
        return entry.id in self.reach or any(cite.name in self.gold for cite in entry.cites)


class EvaluationSpec(schema.Spec):
    """A question of an evaluation set."""

    id: schema.Line
    text: Annotated[str, Field(max_length=4000)]
    kind: Literal["answerable", "unanswerable"]
    style: schema.Line = "plain"
    lang: schema.Line = "en"
    gold: Annotated[list[str], Field(default_factory=list)]


_FORMATS: tuple[tuple[str, TypeAdapter[Any]], ...] = (
    ("reach", TypeAdapter(schema.GoldenSpec)),
    ("kind", TypeAdapter(EvaluationSpec)),
)


def read_questions(path: Path) -> tuple[Question, ...]:
    """Return the questions of *path*, in order; raise `QuestionsError` with every problem."""
    read = document.read(path)
    items = read.value if isinstance(read.value, list) else []
    if not items and not read.problems:
        read.report((), "no questions here: the file must be a list of questions")
    questions = [
        question
        for number, item in enumerate(items)
        if (question := _question(item, read, number)) is not None
    ]
    if read.problems:
        raise QuestionsError("\n".join(map(str, read.problems)))
    return tuple(questions)


def golden_questions(content: Content) -> tuple[Question, ...]:
    """Return the golden questions of all sources of *content*, in order."""
    return tuple(
        replace(_golden(located.spec), source=each.source.spec.id)
        for each in content.sources
        for located in each.golden
    )


def check_reach(questions: Iterable[Question], base: Base) -> None:
    """Raise `QuestionsError` if a question is to reach an entry that *base* does not hold."""
    unknown = [
        f"{question.id}: no entry has the id {id_!r}"
        for question in questions
        for id_ in sorted(question.reach - base.by_id.keys())
    ]
    if unknown:
        raise QuestionsError("\n".join(unknown))


def _question(item: Any, read: document.Document, number: int) -> Question | None:
    keys = item if isinstance(item, dict) else {}
    adapter = next((adapter for key, adapter in _FORMATS if key in keys), None)
    if adapter is None:
        read.report((number,), "a question needs `reach` (golden) or `kind` (evaluation set)")
        return None
    try:
        spec = adapter.validate_python(item)
    except ValidationError as error:
        for at, message in explain(error, item):
            read.report((number, *at), message)
        return None
    if isinstance(spec, schema.GoldenSpec):
        return _golden(spec)
    if (spec.kind == "answerable") != bool(spec.gold):
        read.report((number,), "an answerable question, and no other, needs `gold`")
    return Question(spec.id, spec.text, spec.style, spec.lang, gold=frozenset(spec.gold))


def _golden(spec: schema.GoldenSpec) -> Question:
    return Question(
        id=spec.id,
        text=spec.text,
        style=spec.style,
        lang=spec.lang,
        reach=frozenset(spec.reach if isinstance(spec.reach, list) else ()),
        may_fail=spec.may_fail is not None,
    )
