"""Phrasings and questions to measure with: CLINC150, and a larger base made of its words."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.model import Base, Entry, Kind, Wording

COMMON_WORDS = 150
"""So many of the most frequent words stay as they are when a larger base is made."""

Phrasings = Mapping[str, Sequence[str]]
"""The ways to ask for each entry, by its id."""


class DataError(Exception):
    """The data cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the entry that it is meant for; ``""`` where there is none."""

    text: str
    entry: str


@dataclass(frozen=True, slots=True)
class Clinc:
    """CLINC150 (Larson et al., 2019) without its test part: 100 phrasings for each intent."""

    phrasings: Phrasings
    questions: tuple[Question, ...]


def read_clinc(path: Path) -> Clinc:
    """Return the data in *path*: lists of ``[text, intent]`` under train, val and oos_val."""
    try:
        parts = json.loads(path.read_text(encoding="utf-8"))
        inside = tuple(Question(text, intent) for text, intent in parts["val"])
        outside = tuple(Question(text, "") for text, _ in parts["oos_val"])
        phrasings: dict[str, list[str]] = {}
        for text, intent in parts["train"]:
            phrasings.setdefault(intent, []).append(text)
    except FileNotFoundError:
        raise DataError(
            f"CLINC150 is not at {path}: name its data_full.json with --data, "
            "or measure without it by --only base."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path} is not CLINC150's data_full.json: {error!r}") from None
    return Clinc(dict(sorted(phrasings.items())), inside + outside)


def sample(phrasings: Phrasings, count: int, seed: int) -> Phrasings:
    """Return *count* phrasings of each entry, drawn without repetition, or all if it has fewer."""
    chance = random.Random(seed)
    return {
        entry: chance.sample(list(ways), min(count, len(ways)))
        for entry, ways in sorted(phrasings.items())
    }


def enlarge(phrasings: Phrasings, count: int) -> Phrasings:
    """Return *count* entries: those of *phrasings*, then again with other words, always the same.

    A copy exchanges all but the commonest words, each for one other throughout the entry, so that
    its phrasings stay as alike as they were. Words come from *phrasings* alone, so a base as large
    as this would know more of them.
    """
    frequent = Counter(
        word for ways in phrasings.values() for text in ways for word in text.split()
    )
    words = sorted(frequent)
    common = {word for word, _ in frequent.most_common(COMMON_WORDS)}
    originals = list(phrasings.items())
    made: dict[str, Sequence[str]] = {}
    for number in range(count):
        entry, ways = originals[number % len(originals)]
        copy = number // len(originals)
        chance = random.Random(number)
        other = {word: word if word in common else chance.choice(words) for word in words}
        made[f"{entry}-{copy}"] = [_exchange(text, other) for text in ways] if copy else ways
    return made


def every(questions: Sequence[Question], step: int) -> tuple[Question, ...]:
    """Return each *step*-th question that has an entry, and all that have none."""
    inside = [each for each in questions if each.entry]
    return (*inside[::step], *(each for each in questions if not each.entry))


def as_base(phrasings: Phrasings) -> Base:
    """Return *phrasings* as a base, each entry with its first phrasing as its question."""
    entries = tuple(
        Entry(entry, "", Kind.REPORTED, (Wording("en", ways[0], entry, tuple(ways[1:])),), (), ())
        for entry, ways in phrasings.items()
    )
    return Base((), entries, (), (), "benchmark")


def flat(phrasings: Phrasings) -> tuple[list[str], list[str]]:
    """Return all phrasings in one list, and beside it the entry of each."""
    pairs: Iterable[tuple[str, str]] = [
        (text, entry) for entry, ways in phrasings.items() for text in ways
    ]
    texts, entries = zip(*pairs, strict=True)
    return list(texts), list(entries)


def _exchange(text: str, other: Mapping[str, str]) -> str:
    return " ".join(other[word] for word in text.split())
