"""What became of each paragraph is told by its hash, and else by what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ferry import FACTS

from bot.knowledge.article import Article, parse_article
from bot.knowledge.draft.moves import Changed, Gone, Kept, Move, New, moves
from bot.knowledge.draft.source import draft_source

A = "The lamp was lit in March by the keeper and his dog."
B = "The tower of granite stands on the headland above the bay."
C = "Every crew in the harbour wants a foghorn before winter comes."
B_IN_MARBLE = B.replace("granite", "marble")
B_BEGUN_ANEW = B.replace("The tower of granite stands", "A granite tower, old and high, stands")
D = "Nobody has slept up there since the office took over."


def article(texts: Sequence[str], caption: str = "") -> Article:
    shown = [*texts, f"Caption: {caption}"] if caption else texts
    return parse_article("Title\n\n" + "\n\n".join(shown))


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ([A, B, C], [Kept(1, 1), Kept(2, 2), Kept(3, 3)]),
        ([D, A, B, C], [Kept(1, 2), Kept(2, 3), Kept(3, 4), New(1)]),
        ([A, C], [Kept(1, 1), Gone(2), Kept(3, 2)]),
        ([C, A, B], [Kept(1, 2), Kept(2, 3), Kept(3, 1)]),
        ([A, B_IN_MARBLE, C], [Kept(1, 1), Changed(2, 2), Kept(3, 3)]),
        ([A, D, B_IN_MARBLE, C], [Kept(1, 1), Changed(2, 3), Kept(3, 4), New(2)]),
        ([A, B_BEGUN_ANEW, C], [Kept(1, 1), Changed(2, 2), Kept(3, 3)]),
        ([A, D, C], [Kept(1, 1), Gone(2), Kept(3, 3), New(2)]),
        ([A, B, B, C], [Kept(1, 1), Kept(2, 2), Kept(3, 4), New(3)]),
        ([D], [Gone(1), Gone(2), Gone(3), New(1)]),
    ],
)
def test_each_paragraph_is_known_again(now: list[str], found: list[Move]) -> None:
    old = draft_source(article([A, B, C]), FACTS)

    assert list(moves(old, {2: ["granite"]}, article(now))) == found


def test_evidence_tells_a_paragraph_that_was_rewritten_around_it() -> None:
    old = draft_source(article([A, B, C]), FACTS)
    now = article([A, "High over the water it is granite that holds the headland tower up.", C])

    assert moves(old, {2: ["granite", "headland"]}, now)[1] == Changed(2, 2)
    assert moves(old, {}, now)[1] == Gone(2)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("A boat", "A boat", [Kept("caption", "caption")]),
        ("A boat", "A ship", [Changed("caption", "caption")]),
        ("A boat", "", [Gone("caption")]),
        ("", "A boat", [New("caption")]),
        ("", "", []),
    ],
)
def test_a_caption_is_followed_too(before: str, now: str, found: list[Move]) -> None:
    old = draft_source(article([A], before), FACTS)

    assert list(moves(old, {}, article([A], now)))[1:] == found
