"""Questions are told apart by their words, and by what sets targets apart."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from builders import BAKERY, entry, small_base

from bot.core.index import Index

LOAVES = [f"{word} loaves today" for word in ("many", "fresh", "warm", "large")]
MANY_KINDS = [f"{word}s {word}" for word in ("stone", "fire", "coal", "peat", "bark")]
CLASH = "any loaves today"


def test_learning_parts_what_means_confuse():
    """A target that is asked for in many ways has a mean that is far from each of them.

    Its one phrasing about loaves is nearer to the mean of the target that is all about loaves;
    learning from that mistake puts it right.
    """
    assert _likeness(CLASH, LOAVES) > _likeness(CLASH, [*MANY_KINDS, CLASH])
    base = small_base(entry("loaves", *LOAVES), entry("kinds", *MANY_KINDS, CLASH))

    assert Index(base).search(CLASH, limit=1)[0].target.id == "kinds"


def _likeness(question: str, phrasings: list[str]) -> float:
    """Return the cosine of *question* with the mean of *phrasings*, by their words."""
    asked, mean = Counter(question.split()), Counter(" ".join(phrasings).split())
    shared = sum(asked[word] * mean[word] for word in asked)
    return shared / math.hypot(*asked.values()) / math.hypot(*mean.values())


@pytest.mark.parametrize("question", ["xyzzy", "xyzzy plugh", "qqqq 12345"])
def test_words_that_no_phrasing_holds_fit_nothing(index: Index, question: str):
    assert all(match.score < 0.05 for match in index.search(question, limit=3))


def test_more_that_is_unknown_makes_a_match_weaker(index: Index):
    """One known word does not answer a question about something else."""
    known = index.search("the oven", limit=1)[0]
    diluted = index.search("the oven of the pope in mongolia and peru", limit=1)[0]

    assert diluted.score < known.score


def test_the_order_of_entries_decides_nothing():
    """A curator may sort a file anew."""
    turned = small_base(*reversed(BAKERY.entries))
    index = Index(turned)

    for each in BAKERY.entries:
        assert index.search(each.question, limit=1)[0].target == each
