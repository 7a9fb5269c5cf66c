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
    """What is said under each name, and in each line of the small print."""
    told = {passage.lead: passage.body for passage in card.passages if passage.lead}
    small_print = card.passages[-1].details
    return told | {name: text for name, _, text in (line.partition(": ") for line in small_print)}


def test_an_answer_is_explained_in_words_first(index: Index):
    card = explain(decide(index, QUESTION), BAKERY, ENGLISH, to_asker=True)

    assert card.heading == "Why this answer?"
    assert card.passages[0].body == (
        "I took your question for: “What is the oven heated with?” "
        "The answer rests on: Paragraph 2."
    )


@pytest.mark.parametrize(
    ("question", "heading", "body"),
    [
        (
            "how much does a loaf cost",
            "Why this answer?",
            "I took your question for: “How much does a loaf cost?” "
            "The answer rests on: Paragraph 4.",
        ),
        (
            "how many kinds of fuel heats the stove",
            "Why these questions?",
            "It came nearest to “What is the oven heated with?”, "
            "and I was not sure that you meant it.",
        ),
        ("🎉", "Why no answer?", "No question that I know shares anything with this one."),
    ],
)
def test_each_decision_is_put_into_words(index: Index, question: str, heading: str, body: str):
    card = explain(decide(index, question), BAKERY, ENGLISH, to_asker=True)

    assert (card.heading, card.passages[0].body) == (heading, body)


def test_the_figures_stand_in_small_print_below(index: Index):
    """Reading, wording, confidence and words."""
    card = explain(decide(index, QUESTION), BAKERY, ENGLISH, to_asker=True)

    assert list(lines(card)) == [
        "Your question, as I read it",
        "The nearest wording that I know",
        "How sure I was",
        "What counted most",
        f"Sources, version {BAKERY.version}",
    ]
    assert lines(card)["Your question, as I read it"] == "which fuel heats the stove"
    assert lines(card)["How sure I was"].endswith(f"An answer needs {DEFAULT.answer:.0%}.")


def test_what_came_next_can_be_opened(index: Index):
    decision = decide(index, "how many loaves leave the oven each morning")

    card = explain(decision, BAKERY, ENGLISH, to_asker=True)

    assert card.prompt == "The next nearest question"
    assert [choice.entry_id for choice in card.choices] == ["sorts"]


def test_what_a_suggestion_offers_is_not_offered_again(index: Index):
    decision = decide(index, "how many kinds of fuel heats the stove")

    assert explain(decision, BAKERY, ENGLISH, to_asker=True).choices == ()


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
