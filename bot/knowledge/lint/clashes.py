"""Two ways to ask that are one: between entries nobody can tell which is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.core.text import Script, script
from bot.knowledge.lint.finding import Finding, error, warning
from bot.knowledge.lint.subject import Subject, Way
from bot.knowledge.stems import FUNCTION_WORDS, Stems

FEWEST_CONTENT_WORDS = 2
FILLERS = frozenset(
    """
    a an the is are was were be been do does did has have had will would
    """.split()  # noqa: SIM905 - words in rows are read more easily than a list
)
"""Words that change no question. Prepositions, negations and question words do."""


def same(subject: Subject) -> Iterator[Finding]:
    """Ways that the index reads as the same words: an error between entries."""
    for first, way in _pairs(subject.ways, lambda way: way.words):
        if first.owner is not way.owner:
            message = f"{way.text!r} asks for {first.target!r} too, at {first.where}: keep one"
            yield error("clash", way.owner, message, *way.at)
        elif first.lang == way.lang and not first.is_title:
            message = f"{way.text!r} reads as {first.text!r} does, at {first.where}: keep one"
            yield warning("repeated", way.owner, message, *way.at)


def nearly_same(subject: Subject) -> Iterator[Finding]:
    """Ways to ask for two entries that differ in fillers, endings or spaces alone."""
    stems = subject.stems
    for first, way in _pairs(subject.ways, lambda way: _gist(way, stems)):
        if first.owner is not way.owner and first.words != way.words:
            message = (
                f"{way.text!r} is nearly {first.text!r}, which asks for {first.target!r} at "
                f"{first.where}: say what sets them apart, or keep one"
            )
            yield warning("near-clash", way.owner, message, *way.at)


def _pairs(
    ways: Iterable[Way], key: Callable[[Way], tuple[str, ...]]
) -> Iterator[tuple[Way, Way]]:
    """Yield each way whose *key* stood before, after the first that had it."""
    first: dict[tuple[str, ...], Way] = {}
    for way in ways:
        if (found := key(way)) and (other := first.setdefault(found, way)) is not way:
            yield other, way


def _gist(way: Way, stems: Stems) -> tuple[str, ...]:
    """Return what *way* asks, empty where that is too little to compare."""
    if script(way.words) is Script.EAST_ASIAN:
        return ("".join(way.words),)
    if sum(word not in FUNCTION_WORDS for word in way.words) < FEWEST_CONTENT_WORDS:
        return ()
    return tuple(stems.stem(word) for word in way.words if word not in FILLERS)
