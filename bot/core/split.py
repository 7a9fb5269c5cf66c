"""One message as its questions: where it asks several things, or asks one among much else."""

from __future__ import annotations

import re

from bot.core.guards import ASKING
from bot.core.text import words

MOST = 3
LEAST_WORDS = 3
MOST_SENTENCES = 4

_OPENERS = (
    "what|whats|who|whos|whom|why|how|when|where|which|whose|is|are|was|were|does|do|did"
    "|can|could|will|would|should|has|have"
)
_JOINT = re.compile(
    rf"(?:[?？]+\s*(?:(?:and|also|plus)\b)?|[,;]?\s+(?:and|also|plus)\b|[,;])"
    rf"\s*(?=(?:{_OPENERS})\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")
_NEXT_SENTENCE = re.compile(r"(?<=[?？])\s*(?=\S)")


def split(question: str) -> list[str]:
    """Return the questions that *question* is made of, in order; one that is whole, alone.

    It is cut before a question word that follows a question mark, a comma or "and". Where a
    piece would have fewer than ``LEAST_WORDS`` words, or there would be more than ``MOST``
    pieces, it is left whole: it is easier to answer a long question than to mend a torn one.
    """
    one_line = " ".join(question.split())
    pieces = [
        piece
        for sentence in _NEXT_SENTENCE.split(one_line)
        for piece in _JOINT.split(sentence)
        if words(piece)
    ]
    torn = any(len(words(piece)) < LEAST_WORDS for piece in pieces)
    return [question] if torn or not 1 < len(pieces) <= MOST else pieces


def sentences(message: str) -> list[str]:
    """Return the sentences of *message* that may hold what it is about; none if it is but one.

    They are those that ask, or all where none does; the last ``MOST_SENTENCES`` of them, since
    people explain themselves first and ask then. Sentences of a word or two are left out.
    """
    whole = [each for each in _SENTENCE_END.split(message) if words(each)]
    if len(whole) < 2:
        return []
    long = [each for each in whole if len(words(each)) >= LEAST_WORDS]
    return ([each for each in long if _asks(each)] or long)[-MOST_SENTENCES:]


def _asks(sentence: str) -> bool:
    return sentence.rstrip().endswith(("?", "？")) or words(sentence)[0] in ASKING
