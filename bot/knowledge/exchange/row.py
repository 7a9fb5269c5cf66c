"""What a file of questions and answers says of entries, before it is known whether it fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from bot.errors import Problem
from bot.knowledge.schema import EntrySpec, StubSpec

Spec = EntrySpec | StubSpec


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as a file tells it, from *line* on; lines count from 1.

    *value* has some of the keys of an entry; if it is *whole*, what it lacks is not to be there.
    *key* is what others in the same file call it when they are related to it, if not by its id.
    *source* and *file* say where it stood, if that is told; *source* later where it is to stand.
    """

    line: int
    value: dict[str, Any]
    whole: bool = False
    key: str = ""
    source: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows that could be read, and what is wrong with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def told(spec: Spec) -> dict[str, Any]:
    """Return what *spec* says, without the values that each entry has by default."""
    return spec.model_dump(exclude_defaults=True)


def left_out(specs: Iterable[Spec], kept: Collection[str]) -> tuple[str, ...]:
    """Return the keys of *specs* that are none of those *kept*."""
    keys = dict.fromkeys(key for spec in specs for key in told(spec))
    return tuple(key for key in keys if key not in kept)
