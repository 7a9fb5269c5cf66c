"""Questions that a paragraph seems to answer, for a person to choose from and to say better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

QUESTION_CHARS = 100
MOST_QUESTIONS = 4

_SAID = r"(?:said|says|told|stated|announced|warned|warns|argued|argues|added|agreed)"
_COUNTED = re.compile(
    r"\b(?!(?:1[5-9]|20)\d\d\b)\d[\d.,]*(?: (?:million|billion))? ([a-z]{3,}s)\b"
)
_YEAR = re.compile(r"\b(?i:in|since|by|from|until|after) ((?:1[5-9]|20)\d\d)\b")
_NO_THINGS = {"years", "months", "days", "hours", "weeks", "minutes", "times", "was"}


def questions(text: str, terms: Sequence[str]) -> list[str]:
    """Return suggested questions for the paragraph *text* by its *terms*, the nearest first."""
    found = [question for question in _questions(text, terms) if len(question) <= QUESTION_CHARS]
    return list(dict.fromkeys(found))[:MOST_QUESTIONS]


def _questions(text: str, terms: Sequence[str]) -> Iterator[str]:
    names = [term for term in terms if term[0].isupper()]
    for name in names:
        if re.search(rf"{re.escape(name)} {_SAID}\b|\b{_SAID} {re.escape(name)}\b", text):
            yield f"What did {name} say?"
    for found in _COUNTED.finditer(text):
        if found[1] not in _NO_THINGS:
            yield f"How many {found[1]} are there?"
    for found in _YEAR.finditer(text):
        yield f"What happened in {found[1]}?"
    if len(terms) > 1:
        yield f"What does the article say about {terms[0]} and {terms[1]}?"
    for term in terms:
        yield f"What does the article say about {term}?"


def keywords(terms: Sequence[str]) -> list[str]:
    """Return *terms* as somebody would type them who types no sentence."""
    pairs = [f"{first} {second}" for first, second in pairwise(terms)]
    return [phrase.lower() for phrase in [*pairs, *(f"tell me about {term}" for term in terms)]]
