"""Questions as hurried people type them: slips of a finger on a QWERTY keyboard."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from benchmarks.data import Question

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
MOST = 2


class Slip(Enum):
    """What a finger does wrong at a letter."""

    MISS = auto()
    SKIP = auto()
    EXTRA = auto()
    SWAP = auto()


def neighbours(letter: str) -> str:
    """Return the letters around *letter* on the keyboard, ``""`` for anything but a letter."""
    for number, row in enumerate(ROWS):
        at = row.find(letter)
        if at >= 0:
            above = ROWS[number - 1][at : at + 2] if number else ""
            below = ROWS[number + 1][max(at - 1, 0) : at + 1] if number + 1 < len(ROWS) else ""
            return row[max(at - 1, 0) : at] + row[at + 1 : at + 2] + above + below
    return ""


def slip(text: str, at: int, kind: Slip, near: str) -> str:
    """Return *text* with one slip at the letter *at*; *near* is the key that was hit instead.

    The last letter of a text has nothing to be swapped with and is skipped.
    """
    match kind:
        case Slip.MISS:
            return text[:at] + near + text[at + 1 :]
        case Slip.EXTRA:
            return text[:at] + near + text[at:]
        case Slip.SWAP if at + 1 < len(text):
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        case _:
            return text[:at] + text[at + 1 :]


def mistype(text: str, chance: random.Random) -> str:
    """Return *text* with one or two slips, at letters drawn at random, if it has any."""
    for _ in range(chance.randint(1, MOST)):
        letters = [at for at, char in enumerate(text) if neighbours(char)]
        if not letters:
            break
        at = chance.choice(letters)
        text = slip(text, at, chance.choice(list(Slip)), chance.choice(neighbours(text[at])))
    return text


def mistyped(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return *questions*, each with one or two slips, the same for the same question."""
    return tuple(
        replace(each, text=mistype(each.text, random.Random(each.text))) for each in questions
    )
