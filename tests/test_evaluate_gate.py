"""The gate: what was answered well before still is, or the change says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.decide import choose
from bot.core.model import Base, Decision, Suggest
from bot.evaluate.gate import kept, score, worse
from bot.evaluate.outcome import Outcome
from bot.knowledge.questions import Question

WHO = Question("g1", "Who wrote it?", "plain", "en", reach=frozenset({"author"}))
PRICE = Question("g2", "What did it cost?", "plain", "en")


@pytest.fixture
def author(base: Base) -> Decision:
    return choose(base, "author", "en")


@pytest.fixture
def decline(base: Base) -> Decision:
    return choose(base, "nc-cost", "en")


@pytest.fixture
def suggest(base: Base, author: Decision) -> Decision:
    return Suggest((base.by_id["author"],), "en", 0.2, author.reasons)


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

    assert worse(kept(before), after) == tuple(after)
    assert worse(kept(before), before) == ()


def test_what_went_wrong_before_may_go_wrong_again(author, decline):
    assert worse(kept([came(WHO, decline)]), [came(WHO, decline)]) == ()


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

    assert worse(kept([came(WHO, author)]), [came(changed, wrong)]) == ()


def test_a_question_that_was_taken_out_is_not_missed(author):
    assert worse(kept([came(WHO, author)]), []) == ()


def test_another_id_is_the_same_question(author, decline):
    renamed = came(replace(WHO, id="h1", style="casual"), decline)

    assert worse(kept([came(WHO, author)]), [renamed]) == (renamed,)


def test_the_score_tells_right_answers_and_false_ones(author, decline):
    outcomes = [came(WHO, author), came(WHO, decline), came(PRICE, decline)]

    assert str(score(outcomes)) == "accuracy 50.0 % (1/2), false answers 0.0 % (0/1)"


def test_without_golden_questions_nothing_is_held_against_a_change(author):
    assert score([]).accuracy.whole == score([]).false_answers.whole == 0
    assert worse(kept([]), [came(WHO, author)]) == ()
