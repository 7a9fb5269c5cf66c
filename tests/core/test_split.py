"""One message that asks several things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Answer
from bot.core.reply import reply
from bot.core.split import split
from bot.core.text import words


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("who founded the bakery? when did it open?", 2),
        ("who founded the bakery and when did it open", 2),
        ("who founded the bakery, when did it open, and what heats the oven", 3),
        ("who founded the bakery and the shop", 1),
        ("who and when", 1),
        ("who founded the bakery? thanks!", 1),
        ("rye and sourdough", 1),
        ("", 1),
    ],
)
def test_a_message_is_cut_where_the_next_question_begins(message: str, count: int):
    assert len(split(message)) == count


@given(st.text(max_size=200))
def test_cutting_loses_no_word(message: str):
    """What stands between the pieces is a mark or "and"."""
    kept = [word for piece in split(message) for word in words(piece)]

    assert [word for word in kept if word != "and"] == [
        word for word in words(message) if word != "and"
    ]


def test_each_question_of_a_message_is_answered_on_one_card(index: Index):
    decision = decide(index, "Who founded the bakery? When did the bakery open?")

    assert isinstance(decision, Answer)
    assert [each.id for each in decision.entries] == ["founder", "opened"]
    card = reply(decision, index.base)
    assert [passage.body for passage in card.passages] == [
        "Greta Holm founded it.",
        "It opened in 1988.",
    ]
    assert [note.place for note in card.footnotes] == ["Paragraph 1", "Title and byline"]
    assert [passage.notes for passage in card.passages] == [(1,), (1, 2)]


def test_the_same_question_twice_is_answered_once(index: Index):
    decision = decide(index, "Who founded the bakery? Who founded the bakery?")

    assert isinstance(decision, Answer)
    assert decision.also == ()
