"""The list of what went wrong: asked, reached, should have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.decide import choose
from bot.core.model import (
    Answer,
    Base,
    Chat,
    Decision,
    Decline,
    NothingFound,
    Reasons,
    Suggest,
)
from bot.evaluate.confusion import Confusion, confusions
from bot.evaluate.outcome import Outcome
from bot.knowledge.questions import Question


@pytest.fixture
def reasons(base: Base) -> Reasons:
    """The reasons of any decision; no guard objects."""
    return choose(base, "author", "en").reasons


def question(text: str = "?", *, reach: str = "", gold: str = "") -> Question:
    return Question(
        "q", text, "plain", "en", reach=frozenset(reach.split()), gold=frozenset(gold.split())
    )


def only(asked: Question, decision: Decision) -> Confusion:
    """Return the one confusion of *asked*."""
    (found,) = confusions([Outcome(asked, decision, 1)], limit=9)
    return found


def test_wrong_answers_missed_ones_and_answers_in_vain_are_listed(base: Base, reasons: Reasons):
    answer = choose(base, "author", "en")
    suggest = Suggest((base.by_id["author"],), "en", 0.2, reasons)
    decline = choose(base, "nc-cost", "en")
    answerable, wrong, unanswerable = question(reach="author"), question(gold="p5"), question()

    listed = confusions(
        [
            Outcome(answerable, answer, 1),
            Outcome(wrong, answer, 1),
            Outcome(answerable, suggest, 1),
            Outcome(answerable, decline, 1),
            Outcome(unanswerable, answer, 1),
            Outcome(unanswerable, suggest, 1),
            Outcome(unanswerable, decline, 1),
        ],
        limit=9,
    )

    assert sorted((each.reached, each.should) for each in listed) == [
        ("author (meta)", "decline"),
        ("author (meta)", "p5"),
        ("decline, not covered: nc-cost", "author"),
        ("suggest, unsure: author", "author"),
    ]


def test_all_parts_of_an_answer_are_listed(base: Base, reasons: Reasons):
    also = (base.by_id["foghorn"],)
    double = Answer(base.by_id["author"], "en", 0.8, reasons, also)

    assert only(question(), double).reached == "author (meta) and foghorn (p5)"
    assert confusions([Outcome(question(gold="p5"), double, 1)], limit=9) == []


def test_the_most_confident_come_first_and_no_more_than_wanted(base: Base, reasons: Reasons):
    author = base.by_id["author"]
    outcomes = [
        Outcome(question(str(confidence)), Answer(author, "en", confidence, reasons), 1)
        for confidence in (0.4, 0.9, 0.7)
    ]

    assert [each.confidence for each in confusions(outcomes, limit=2)] == [0.9, 0.7]
    assert confusions(outcomes, limit=0) == []


def test_what_kept_it_from_an_answer_is_told(base: Base, reasons: Reasons):
    entries = (base.by_id["keepers"], base.by_id["foghorn"])
    chat = Decline(Chat(base.small_talk[0]), (), "en", 0.8, reasons)
    nothing = Decline(NothingFound(), (), "en", 0.0, reasons)
    asked = question(reach="author")

    objected = replace(reasons, objections=("The question asks for an age.",))
    guarded = Suggest(entries, "en", 0.5, objected)

    assert only(asked, guarded).reached == "suggest, a guard objects: keepers, foghorn"
    assert only(asked, chat).reached == "decline, small talk: greeting"
    assert only(asked, nothing).reached == "decline, nothing found"


def test_the_places_that_count_are_told_in_the_order_of_the_article(base: Base):
    asked = question(gold="meta p10 p2 caption")

    assert only(asked, choose(base, "foghorn", "en")).should == "p2, p10, caption, meta"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("who\n\n  wrote\tit?", "who wrote it?"),
        ("a\x1b[31mb", "a [31mb"),
        ("x" * 120, "x" * 120),
        ("long " * 30, "long " * 23 + "long…"),
    ],
)
def test_a_question_is_shown_in_one_line(base: Base, text: str, shown: str):
    """Whatever a member typed, it does not move the terminal's cursor."""
    assert only(question(text), choose(base, "author", "en")).asked == shown
