"""The gate: what was answered well before still is, or the change says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.model import (
    Answer,
    Base,
    Decision,
    Decline,
    Match,
    NotCovered,
    NothingFound,
    Reasons,
    Suggest,
)
from bot.evaluate.gate import score, standings, worse
from bot.evaluate.outcome import Outcome
from bot.knowledge.questions import Question

WHO = Question("g1", "Who wrote it?", "plain", "en", reach=frozenset({"author"}))
PRICE = Question("g2", "What did it cost?", "plain", "en")


THRESHOLD = 0.35
REASONS = Reasons("", (), (), THRESHOLD, (), "")


@pytest.fixture
def author(base: Base) -> Answer:
    return Answer(base.by_id["author"], "en", 1.0, REASONS)


@pytest.fixture
def decline(base: Base) -> Decline:
    return Decline(NotCovered(base.by_id["nc-cost"]), (), "en", 1.0, REASONS)


@pytest.fixture
def suggest(base: Base) -> Suggest:
    return Suggest((base.by_id["author"],), "en", 0.2, REASONS)


def came(question: Question, decision: Decision) -> Outcome:
    return Outcome(question, decision, 1)


def test_a_right_answer_is_kept_and_so_is_a_question_that_is_rightly_not_answered(
    author, suggest, decline
):
    assert came(WHO, author).kept
    assert not came(WHO, suggest).kept
    assert not came(WHO, decline).kept
    assert came(PRICE, decline).kept
    assert came(PRICE, suggest).kept
    assert not came(PRICE, author).kept


def test_a_question_that_was_kept_and_no_longer_is_got_worse(author, decline):
    before = [came(WHO, author), came(PRICE, decline)]
    after = [came(WHO, decline), came(PRICE, author)]

    assert worse(standings(before), after) == tuple(after)
    assert worse(standings(before), before) == ()


Near = list[tuple[str, float]]


@pytest.mark.parametrize(
    ("before", "after", "is_worse"),
    [
        (0.99, [("keepers", 0.7), ("author", 0.1)], True),
        (0.99, [("keepers", 0.7)], True),
        (0.40, [("keepers", 0.7), ("author", 0.1)], True),
        (0.40, [("keepers", 0.41), ("author", 0.38)], False),
        (0.90, [("keepers", 0.93), ("author", 0.88)], False),
        (0.36, [("author", 0.34)], False),
    ],
)
def test_an_answer_is_lost_where_its_confidence_is(
    base, author, before: float, after: Near, is_worse: bool
):
    """Of two that are nearly as near, any phrasing anywhere may bring either to the front."""
    was = replace(author, confidence=before)
    now = Decline(NothingFound(), (), "en", 0.3, near(base, after))

    assert bool(worse(standings([came(WHO, was)]), [came(WHO, now)])) is is_worse


@pytest.mark.parametrize(
    ("before", "after", "is_worse"),
    [
        ([("author", 0.1)], 0.5, True),
        ([], 0.36, True),
        ([("nc-cost", 0.9), ("author", 0.1)], 0.5, True),
        ([("author", 0.33)], 0.4, False),
        ([("nc-cost", 0.5), ("author", 0.45)], 0.5, False),
    ],
)
def test_a_decline_is_lost_where_an_answer_has_gained_confidence(
    base, author, decline, before: Near, after: float, is_worse: bool
):
    was = replace(decline, reasons=near(base, before))
    now = replace(author, confidence=after, reasons=near(base, [("author", after)]))

    assert bool(worse(standings([came(PRICE, was)]), [came(PRICE, now)])) is is_worse


def near(base: Base, found: Near) -> Reasons:
    return replace(REASONS, matches=matches(base, found))


def matches(base: Base, found: Near) -> tuple[Match, ...]:
    return tuple(
        Match(base.by_id[id_], confidence, 0.0, confidence, "", "en") for id_, confidence in found
    )


def test_what_went_wrong_before_may_go_wrong_again(author, decline):
    assert worse(standings([came(WHO, decline)]), [came(WHO, decline)]) == ()


@pytest.mark.parametrize(
    "changed",
    [
        replace(WHO, text="Who has written it?"),
        replace(WHO, reach=frozenset({"keepers"})),
        replace(WHO, reach=frozenset()),
        replace(WHO, may_fail=True),
    ],
    ids=["its text", "its entries", "to be declined", "may fail"],
)
def test_a_change_may_say_that_a_question_goes_wrong_from_now_on(author, decline, changed):
    wrong = author if not changed.answerable else decline

    assert worse(standings([came(WHO, author)]), [came(changed, wrong)]) == ()


def test_a_question_that_was_taken_out_is_not_missed(author):
    assert worse(standings([came(WHO, author)]), []) == ()


def test_another_id_is_the_same_question(author, decline):
    renamed = came(replace(WHO, id="h1", style="casual"), decline)

    assert worse(standings([came(WHO, author)]), [renamed]) == (renamed,)


def test_the_score_tells_right_answers_and_false_ones(author, decline):
    outcomes = [came(WHO, author), came(WHO, decline), came(PRICE, decline)]

    assert str(score(outcomes)) == "accuracy 50.0 % (1/2), false answers 0.0 % (0/1)"


def test_without_golden_questions_nothing_is_held_against_a_change(author):
    assert score([]).accuracy.whole == score([]).false_answers.whole == 0
    assert worse(standings([]), [came(WHO, author)]) == ()
