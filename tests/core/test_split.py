"""One message that asks several things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Answer, Decline, NotCovered
from bot.core.reply import reply
from bot.core.split import MOST_SENTENCES, sentences, split
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


def test_what_the_source_does_not_say_is_said_beside_what_it_does(index: Index):
    decision = decide(index, "Who founded the bakery? How much does a loaf cost?")

    assert isinstance(decision, Answer)
    assert [each.id for each in decision.entries] == ["founder", "nc-price"]
    leads = [passage.lead for passage in reply(decision, index.base).passages]
    assert leads[1] == "The article does not say"


def test_a_message_that_begins_with_what_is_declined_is_read_as_a_whole(index: Index):
    """Its second question may lean on the first."""
    decision = decide(index, "How much does a loaf cost? What do they burn in the oven?")

    assert not isinstance(decision, Answer) or not decision.also


def test_the_same_question_twice_is_answered_once(index: Index):
    decision = decide(index, "Who founded the bakery? Who founded the bakery?")

    assert isinstance(decision, Answer)
    assert decision.also == ()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("who founded the bakery", []),
        ("who founded the bakery?", []),
        ("", []),
        ("I was there at dawn. Who founded the bakery?", ["Who founded the bakery?"]),
        ("who founded the bakery. I was there at dawn.", ["who founded the bakery."]),
        ("the oven was hot\nsourdough and rye", ["the oven was hot", "sourdough and rye"]),
        ("Thanks! The oven was hot.", ["The oven was hot."]),
        ("Hello. Bye.", []),
    ],
)
def test_the_sentences_that_ask_are_what_a_message_is_about(message: str, expected: list[str]):
    assert sentences(message) == expected


def test_of_many_sentences_the_last_ones_are_read():
    message = " ".join(f"What is number {number}?" for number in range(20))

    assert sentences(message) == [
        f"What is number {number}?" for number in range(20 - MOST_SENTENCES, 20)
    ]


CHATTER = "My cousin drove us to the harbour in her old van and we got soaked in the rain."


@pytest.mark.parametrize(
    "message",
    [
        f"{CHATTER} Which fuel heats the oven? No hurry at all.",
        f"{CHATTER} I wonder about this. do they burn logs in the oven",
    ],
)
def test_a_question_among_chatter_is_answered_as_by_itself(index: Index, message: str):
    decision = decide(index, message)

    assert isinstance(decision, Answer)
    assert decision.entry.id == "fuel"


def test_a_curated_decline_speaks_through_chatter_too(index: Index):
    decision = decide(index, f"{CHATTER} How much does a loaf cost? Thank you very much.")

    assert isinstance(decision, Decline)
    assert isinstance(decision.cause, NotCovered)


def test_thanks_after_a_question_do_not_turn_it_into_small_talk(index: Index):
    decision = decide(index, "Which fuel heats the oven? Hello and good morning.")

    assert isinstance(decision, Answer)
