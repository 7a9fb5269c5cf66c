"""One message that asks several things, as its questions."""

from __future__ import annotations

import re

from bot.core.text import words

MOST = 3
LEAST_WORDS = 3

_OPENERS = (
    "what|whats|who|whos|whom|why|how|when|where|which|whose|is|are|was|were|does|do|did"
    "|can|could|will|would|should|has|have"
)
_JOINT = re.compile(
    rf"(?:[?？]+\s*(?:(?:and|also|plus)\b)?|[,;]?\s+(?:and|also|plus)\b|[,;])"
    rf"\s*(?=(?:{_OPENERS})\b)",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"(?<=[?？])\s*(?=\S)")


def split(question: str) -> list[str]:
    """Return the questions that *question* is made of, in order; one that is whole, alone.

    It is cut before a question word that follows a question mark, a comma or "and". Where a
    piece would have fewer than ``LEAST_WORDS`` words, or there would be more than ``MOST``
    pieces, it is left whole: it is easier to answer a long question than to mend a torn one.
    """
    pieces = [
        piece
        for sentence in _NEXT_SENTENCE.split(question)
        for piece in _JOINT.split(sentence)
        if words(piece)
    ]
    torn = any(len(words(piece)) < LEAST_WORDS for piece in pieces)
    return [question] if torn or not 1 < len(pieces) <= MOST else pieces
