"""Whether people who ask in different manners are all thought of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.core.guards import ASKING
from bot.core.text import words
from bot.knowledge.lint.finding import Finding, error, warning
from bot.knowledge.lint.subject import Subject

FEWEST = 8
FEWEST_KINDS = 3
KEYWORDS_UP_TO = 5
LONG_FROM = 16


class Manner(StrEnum):
    """How somebody asks, with an example for whoever has to write one."""

    QUESTION = "a plain question (who made the lamps)"
    KEYWORDS = "bare keywords (lamp maker name)"
    REQUEST = "a request (tell me who made the lamps)"
    LONG = "a long-winded one, as people who tell their story write"
    STATEMENT = "a statement to be confirmed (so the lamps were made here)"


QUESTION_WORDS = ASKING - {"number", "date", "name", "age", "cost", "price"}
REQUESTS = frozenset(
    """
    tell explain give show describe summarise summarize remind help need want please
    compare contrast enumerate quote define clarify looking wondering
    """.split()  # noqa: SIM905 - words in rows are read more easily than a list
)


def too_few(subject: Subject) -> Iterator[Finding]:
    """Entries with fewer phrasings than it takes to learn from, or all in one manner."""
    for entry in subject.content.entries:
        phrasings = entry.spec.phrasings
        if (count := len(set(phrasings))) < FEWEST:
            noun = "phrasing" if count == 1 else "phrasings"
            message = f"{count} {noun}: write {FEWEST} at least, in many manners"
            yield warning("few-phrasings", entry, message, "phrasings")
        elif len(found := manners(phrasings)) < FEWEST_KINDS:
            missing = "; ".join(each for each in Manner if each not in found)
            message = f"phrasings in {len(found)} manners only: add {missing}"
            yield warning("one-manner", entry, message, "phrasings")


def wordless(subject: Subject) -> Iterator[Finding]:
    """Ways to ask of which nothing is left to compare with."""
    for way in subject.ways:
        if not way.words:
            message = f"{way.text!r} holds no word, so that nobody can ask it: write one"
            yield error("wordless", way.owner, message, *way.at)


def manners(phrasings: Sequence[str]) -> set[Manner]:
    """Return the manners in which *phrasings* ask."""
    return set(map(manner, phrasings))


def manner(phrasing: str) -> Manner:
    """Return the manner of one English phrasing."""
    found = words(phrasing)
    if len(found) >= LONG_FROM:
        return Manner.LONG
    if REQUESTS.intersection(found[:4]):
        return Manner.REQUEST
    if QUESTION_WORDS.intersection(found[:3]) or phrasing.rstrip().endswith("?"):
        return Manner.QUESTION
    return Manner.KEYWORDS if len(found) <= KEYWORDS_UP_TO else Manner.STATEMENT
