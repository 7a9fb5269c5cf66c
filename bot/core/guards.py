"""What must hold beside similarity before an answer is given.

Similar is not the same: "how many exercises" is near everything said about exercises, yet an
entry that gives no number cannot answer it. What an entry can give is read from the ways in
which its own phrasings ask.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

from bot.core.model import Entry, Target
from bot.core.speech import marked
from bot.core.text import clean, words


class Asked(StrEnum):
    """A sort of answer that a question demands."""

    DATE = "date"
    COUNT = "count"
    SHARE = "share"
    PRICE = "price"
    AGE = "age"
    DURATION = "duration"


NOT_GIVEN = {
    Asked.DATE: marked("The question asks for a date, which this entry does not give."),
    Asked.COUNT: marked("The question asks for a number, which this entry does not give."),
    Asked.SHARE: marked("The question asks for a percentage, which this entry does not give."),
    Asked.PRICE: marked(
        "The question asks for an amount of money, which this entry does not give."
    ),
    Asked.AGE: marked("The question asks for an age, which this entry does not give."),
    Asked.DURATION: marked(
        "The question asks for a length of time, which this entry does not give."
    ),
}

TOPIC_WORDS = 4
ASKING = frozenset(
    [
        "what",
        "whats",
        "who",
        "whos",
        "whose",
        "why",
        "how",
        "when",
        "where",
        "which",
        "is",
        "are",
        "was",
        "were",
        "does",
        "do",
        "did",
        "has",
        "have",
        "can",
        "could",
        "will",
        "would",
        "should",
        "number",
        "date",
        "name",
        "age",
        "cost",
        "price",
    ]
)
GIVEN_SHARE = 0.06

_PATTERNS = {
    Asked.DATE: (
        r"\bwhens? (?:is|was|are|were|did|does|do|will|would|can|exactly|and)\b"
        r"|\b(?:since|know|say|says|exactly) when\b|\bwhens\b"
        r"|\b(?:what|which) (?:years?|dates?|day|month|time|century)\b"
        r"|\bhow (?:soon|recently|long ago)\b|\bsince when\b|언제|몇 ?년|いつ|何年|何月|何日"
    ),
    Asked.COUNT: (
        r"\bhow many\b(?! (?:hours|days|weeks|months|years)\b)|\bnumbers? of\b"
        r"|\bhow (?:big|large) is\b|\bcount of\b|몇 (?:명|개|대|척|번)|何人|何隻|何機|いくつ|何発"
    ),
    Asked.SHARE: r"\bpercent\w*\b|%|\bpercentage\b|\bwhat share\b|퍼센트|パーセント|何割",
    Asked.PRICE: (
        r"\bhow much (?:money|does it cost|do they pay|will it cost|did it cost)\b"
        r"|\bwhat (?:does|did|will) \w+ cost\b|\bprice of\b|\bhow expensive\b|얼마|いくら"
    ),
    Asked.AGE: r"\bhow old\b|\bwhat age\b|\bwhen (?:was|is|were) .{1,40}\bborn\b|몇 살|何歳",
    Asked.DURATION: r"\bhow long\b(?! ago)|\bhow many (?:hours|days|weeks|months|years)\b",
}
_COMPILED = {asked: re.compile(pattern) for asked, pattern in _PATTERNS.items()}


def asked(question: str) -> frozenset[Asked]:
    """Return the sorts of answer that *question* demands; most demand none in particular."""
    text = clean(question).replace("'", "")
    return frozenset(kind for kind, pattern in _COMPILED.items() if pattern.search(text))


def names_a_topic(question: str) -> bool:
    """Tell whether *question* is a few bare words that ask nothing in particular of a thing."""
    found = words(question)
    return 0 < len(found) <= TOPIC_WORDS and not ASKING.intersection(found) and not asked(question)


def given(target: Target) -> frozenset[Asked]:
    """Return the sorts of answer that *target* can give.

    They are those that its question asks for, or at least ``GIVEN_SHARE`` of its phrasings: a
    single odd phrasing does not make a date of an answer that has none.
    """
    ways = [asked(phrasing) for _, phrasing in ways_to_ask(target)]
    counts = Counter(kind for way in ways for kind in way)
    enough = GIVEN_SHARE * len(ways)
    return ways[0] | {kind for kind, count in counts.items() if count >= enough}


def objections(question: str, gives: frozenset[Asked]) -> tuple[str, ...]:
    """Return a sentence for each thing that *question* demands and an entry cannot give.

    An entry that gives dates gives the time between them.
    """
    if Asked.DATE in gives:
        gives |= {Asked.DURATION}
    return tuple(NOT_GIVEN[kind] for kind in sorted(asked(question) - gives))


def ways_to_ask(target: Target) -> list[tuple[str, str]]:
    """Return every way to ask for *target*, its question first, each with its language."""
    if not isinstance(target, Entry):
        return [(target.lang, phrasing) for phrasing in target.phrasings]
    own = [
        (wording.lang, phrasing)
        for wording in target.wordings
        for phrasing in (wording.question, *wording.phrasings)
    ]
    return own + [(heard.lang, phrasing) for heard in target.heard for phrasing in heard.phrasings]
