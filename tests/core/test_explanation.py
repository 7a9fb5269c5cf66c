"""Why a card says what it says, as a member reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import BAKERY

from bot.core.decide import DEFAULT, decide
from bot.core.explanation import OBJECTIONS_SHOWN, explain, recall
from bot.core.gist import Matched, gist
from bot.core.index import Index
from bot.core.reply import Reply
from bot.core.speech import ENGLISH

QUESTION = "which feul heats the stove"


def lines(card: Reply) -> dict[str, str]:
    """What is said under each name."""
    return {passage.lead: passage.body for passage in card.passages if passage.lead}


def test_an_answer_tells_reading_wording_confidence_words_and_runner_up(index: Index):
    card = explain(decide(index, QUESTION), BAKERY, ENGLISH, to_asker=True)

    assert card.heading == "Why this answer?"
    assert list(lines(card)) == [
        "Your question, as I read it",
        "The nearest wording that I know",
        "How sure I was",
        "What counted most",
        "The next nearest question",
        f"Sources, version {BAKERY.version}",
    ]
    assert lines(card)["Your question, as I read it"] == "which fuel heats the stove"
    assert lines(card)["How sure I was"].endswith(f"An answer needs {DEFAULT.answer:.0%}.")


def test_only_the_asker_sees_how_the_question_was_read(index: Index):
    card = explain(decide(index, QUESTION), BAKERY, ENGLISH, to_asker=False)

    assert "Your question, as I read it" not in lines(card)


def test_of_many_things_held_against_an_answer_the_first_few_are_told(index: Index):
    """All of them would not fit into a message of Discord's."""
    decision = decide(index, "how many kinds of fuel heats the stove")
    (objection,) = decision.reasons.objections
    many = replace(decision, reasons=replace(decision.reasons, objections=(objection,) * 20))

    passages = explain(many, BAKERY, ENGLISH, to_asker=True).passages

    assert sum(passage.body == objection.sentence for passage in passages) == OBJECTIONS_SHOWN


def test_of_a_question_of_one_word_nothing_is_said_to_have_counted_most(index: Index):
    """All of it did; Japanese, which has no spaces, is read as one word."""
    card = explain(decide(index, "stove"), BAKERY, ENGLISH, to_asker=True)

    assert lines(card)["Your question, as I read it"] == "stove"
    assert "What counted most" not in lines(card)


def test_a_guard_is_told_under_the_question_that_it_stopped(index: Index):
    decision = decide(index, "how many kinds of fuel heats the stove")

    told = lines(explain(decision, BAKERY, ENGLISH, to_asker=True))

    assert told["What is the oven heated with?"] == (
        "The question asks for a number, which this entry does not give."
    )


def test_an_answer_to_several_questions_names_the_others(index: Index):
    decision = decide(index, "which fuel heats the stove? who founded the bakery?")

    told = lines(explain(decision, BAKERY, ENGLISH, to_asker=True))

    assert told["Also answered"] == "Who founded the bakery?"


@pytest.mark.parametrize("question", [QUESTION, "how many kinds of fuel heats the stove", "🎉"])
def test_of_another_base_only_what_the_button_carries_is_told(index: Index, question: str):
    """The decision may speak of entries that are gone, and of wordings that have changed."""
    decision = decide(index, question)
    changed = replace(BAKERY, entries=(), version="changed")

    assert explain(decision, changed, ENGLISH, to_asker=True) == recall(
        gist(decision), changed, ENGLISH
    )


def test_after_a_restart_the_nearest_wording_is_looked_up_again(index: Index):
    left = gist(decide(index, QUESTION))
    assert isinstance(left, Matched)

    card = recall(left, BAKERY, ENGLISH)

    assert lines(card)["The nearest wording that I know"] == "which fuel heats the stove"
    assert card.passages[-2].body.startswith("I remember more for a while only")


def test_a_changed_base_is_not_asked_about_what_an_older_one_counted(index: Index):
    left = gist(decide(index, QUESTION))

    card = recall(left, replace(BAKERY, version="changed"), ENGLISH)

    assert "The nearest wording that I know" not in lines(card)
    assert card.passages[-2].body.startswith("My sources have changed since")
    assert f"Sources, version {BAKERY.version}" in lines(card)
