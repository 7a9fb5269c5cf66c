"""What makes two questions similar, short of their meaning.

A feature is a word, its stem, a pair of neighbouring words, a run of 2 to 4 letters within a word
(1 to 3 characters for Korean and Japanese), or one of 3 or 4 across the space between two. Its
weight is that of its class times its inverse document frequency over the phrasings of the base
(Spärck Jones, 1972).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.text import is_east_asian

WORD, STEM, PAIR, LETTERS, CHARACTERS = 1.0, 0.6, 0.5, 0.35, 0.6
LETTER_RUNS = (2, 3, 4)
JOINT_RUNS = (3, 4)
CHARACTER_RUNS = (1, 2, 3)
SUFFIXES = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "s",
    "ly",
    "e",
)
STEM_LENGTH = 3

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
WordFeatures = tuple[tuple[str, float], ...]

REMEMBERED_LENGTH = 40
REACH = max(JOINT_RUNS) - 2
"""How many letters of a word a run across the space beside it can hold."""


def stem(word: str) -> str:
    """Cut one English ending off *word*, if at least ``STEM_LENGTH`` letters are left."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= STEM_LENGTH:
            return word[: -len(suffix)]
    return word


def word_features(word: str) -> WordFeatures:
    """Return the features that *word* has by itself, each once, with their class weights.

    Those of words are remembered. What is longer is a paste or a prank, and has thousands.
    """
    return _remembered(word) if len(word) <= REMEMBERED_LENGTH else _word_features(word)


@lru_cache(maxsize=4096)
def _remembered(word: str) -> WordFeatures:
    return _word_features(word)


def _word_features(word: str) -> WordFeatures:
    if is_east_asian(word):
        return tuple(
            (f"c:{run}", CHARACTERS) for run in dict.fromkeys(_runs(word, CHARACTER_RUNS))
        )
    runs = dict.fromkeys(_runs(f" {word} ", LETTER_RUNS))
    letters = tuple((f"l:{run}", LETTERS) for run in runs)
    return ((f"w:{word}", WORD), (f"s:{stem(word)}", STEM), *letters)


def features(words: Sequence[str]) -> dict[str, float]:
    """Return the features of a question, each once, with their class weights."""
    found: dict[str, float] = {}
    for word in words:
        found.update(word_features(word))
    for first, second in zip(("", *words), (*words, ""), strict=True):
        found[f"p:{first} {second}"] = PAIR
        found.update(_joint(first[-REACH:], second[:REACH]))
    return found if words else {}


@lru_cache(maxsize=4096)
def _joint(before: str, after: str) -> dict[str, float]:
    """Return the runs of letters across the space between the end of a word and the next one.

    A slip of the finger spoils a pair of words, but not all of these.
    """
    runs = _runs(f"{before} {after}", JOINT_RUNS)
    return {f"l:{run}": LETTERS for run in runs if " " in run[1:-1]}


def is_long(feature: str) -> bool:
    """Tell whether *feature* is a pair, or a run of more than one character."""
    return feature[0] in "pl" or (feature[0] == "c" and len(feature) > len("c:") + 1)


def is_run_of_letters(feature: str) -> bool:
    """Tell whether *feature* is a run of letters, within a word or across a space."""
    return feature[0] == "l"


def _runs(text: str, lengths: Iterable[int]) -> Iterator[str]:
    for length in lengths:
        for at in range(len(text) - length + 1):
            yield text[at : at + length]
