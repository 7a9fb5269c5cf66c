"""The table of Azure's question answering, and of QnA Maker before it.

A row a question; those of one answer share their QnaId. Metadata are ``name:value`` parted by
bars, Prompts a JSON list that leads on to other answers. SuggestedQuestions are guesses that
nobody has accepted, and are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.errors import Problem
from bot.knowledge.exchange.plain import places
from bot.knowledge.exchange.row import Row, Rows, Spec
from bot.knowledge.exchange.sheet import Line, Sheet
from bot.knowledge.schema import SourceSpec

COLUMNS = (
    *("Question", "Answer", "Source", "Metadata", "SuggestedQuestions", "IsContextOnly"),
    *("Prompts", "QnaId", "SourceDisplayName"),
)
KEPT = ("id", "question", "phrasings", "answer", "kind", "cites", "related")
"""The keys of an entry that have a place in these columns; ids, kinds and cites as metadata."""
_OURS = "footnote_"
_NOT_ANYBODYS = {column.lower() for column in COLUMNS} - {"question", "answer"}


class _BadCellError(ValueError):
    """A cell does not hold what its column should; the text says so."""


def is_azure(sheet: Sheet) -> bool:
    """Tell whether *sheet* has columns that only this table has."""
    return not _NOT_ANYBODYS.isdisjoint(sheet.columns)


def read_azure(sheet: Sheet, name: str) -> Rows:
    """Return a row for each answer: its first question, and the others as phrasings."""
    rows: list[Row] = []
    problems = list(sheet.problems)
    for key, lines in _by_answer(sheet.lines).items():
        try:
            rows.append(_row(key, lines))
        except _BadCellError as error:
            problems.append(Problem(name, lines[0].number, str(error)))
    return Rows(tuple(rows), tuple(problems))


def write_azure(specs: Sequence[Spec], source: SourceSpec) -> list[list[str]]:
    """Return the header, and for each question of *specs* a row."""
    numbers = {spec.id: number for number, spec in enumerate(specs, start=1)}
    rows = [list(COLUMNS)]
    for spec in specs:
        rest = [
            *(spec.answer, source.url, _metadata(spec), "[]", "False"),
            *(_prompts(spec, specs, numbers), str(numbers[spec.id]), source.title),
        ]
        rows += [[question, *rest] for question in (spec.question, *spec.phrasings)]
    return rows


def _by_answer(lines: Sequence[Line]) -> Mapping[str, list[Line]]:
    """Return the lines of each answer, by QnaId, else by the answer itself."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        key = line.cells.get("qnaid") or line.cells.get("answer") or line.cells["question"]
        found.setdefault(key, []).append(line)
    return found


def _row(key: str, lines: Sequence[Line]) -> Row:
    cells = lines[0].cells
    if cells.get("iscontextonly", "").lower() == "true":
        raise _BadCellError("it only follows another answer: give it a question of its own")
    questions = [line.cells["question"] for line in lines if line.cells["question"]]
    value: dict[str, Any] = {}
    if questions:
        value["question"], *value["phrasings"] = dict.fromkeys(questions)
    if cells.get("answer"):
        value["answer"] = cells["answer"]
    ours = _our_metadata(cells.get("metadata", ""))
    value |= {name: ours[name] for name in ("id", "kind") if name in ours}
    if "cites" in ours:
        value["cites"] = places(ours["cites"])
    if related := list(_prompted(cells.get("prompts", ""))):
        value["related"] = related
    return Row(lines[0].number, value, key=key)


def _our_metadata(cell: str) -> Mapping[str, str]:
    pairs = (pair.partition(":") for pair in cell.split("|"))
    found = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return {
        name.removeprefix(_OURS): value for name, value in found.items() if name.startswith(_OURS)
    }


def _prompted(cell: str) -> Iterator[str]:
    """Yield the QnaId of each prompt, in the order of the cell."""
    try:
        for prompt in json.loads(cell or "[]"):
            by_name = {name.lower(): value for name, value in prompt.items()}
            yield str(by_name["qnaid"])
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise _BadCellError("Prompts is no JSON list of prompts: correct or empty it") from None


def _metadata(spec: Spec) -> str:
    pairs = {"id": spec.id, "kind": str(spec.kind), "cites": " ".join(map(str, spec.cites))}
    return "|".join(f"{_OURS}{name}:{value}" for name, value in pairs.items() if value)


def _prompts(spec: Spec, specs: Sequence[Spec], numbers: Mapping[str, int]) -> str:
    known = [id_ for id_ in spec.related if id_ in numbers]
    prompts = [
        {
            "DisplayOrder": order,
            "QnaId": numbers[id_],
            "Qna": None,
            "DisplayText": specs[numbers[id_] - 1].question,
        }
        for order, id_ in enumerate(known)
    ]
    return json.dumps(prompts, ensure_ascii=False)
