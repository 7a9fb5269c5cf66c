"""Each kind of decision, by a small base."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import (
    BAKERY,
    FOUNDER,
    FUEL,
    HELLO,
    HELLO_KO,
    LOAVES,
    NO_PRICE,
    OPENED,
    SORTS,
    entry,
    small_base,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import DEFAULT, Policy, choose, decide
from bot.core.index import Index
from bot.core.model import Answer, Chat, Decline, Kind, NotCovered, NothingFound, Suggest

ANYTHING = st.text(alphabet=st.characters(categories=None), max_size=200)
WORDS = ["how", "many", "what", "when", "not", "oven", "loaves", "bread", "price", "hello", "?"]
ODD_WORDS = ["빵", "パン", "50%", "<@1>", "mongolia", "baekry", "rugbroed", "```x```", "ignore"]
NEARLY_A_QUESTION = st.lists(st.sampled_from(WORDS + ODD_WORDS), max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the oven heated with?", FUEL),
        ("wat do they brun in teh ovne", FUEL),
        ("how many loaves a day", LOAVES),
        ("when was the bakery founded", OPENED),
        ("who is the owner of the bakery", FOUNDER),
        ("무슨 빵이 있나요", SORTS),
        ("パンの種類は", SORTS),
    ],
)
def test_a_question_that_the_base_knows_is_answered(index: Index, question: str, expected):
    decision = decide(index, question)

    assert isinstance(decision, Answer)
    assert decision.entry == expected


@pytest.mark.parametrize(
    ("question", "lang"), [("kinds of bread", "en"), ("빵 종류", "ko"), ("パンの種類", "ja")]
)
def test_an_answer_is_in_the_language_of_the_phrasing_that_fits(
    index: Index, question: str, lang: str
):
    assert decide(index, question).lang == lang


@pytest.mark.parametrize("question", ["how much does a loaf cost", "price of the rye bread"])
def test_what_curators_wrote_the_article_does_not_say_is_declined_with_their_words(
    index: Index, question: str
):
    decision = decide(index, question)

    assert isinstance(decision, Decline)
    assert decision.cause == NotCovered(NO_PRICE)
    assert all(near.kind is not Kind.NOT_COVERED for near in decision.near)


@pytest.mark.parametrize("topic", ["cost loaves", "expensive counter"])
def test_a_bare_topic_gets_the_curated_decline_if_no_answer_is_confident(index: Index, topic: str):
    decision = decide(index, topic)

    assert isinstance(decision, Decline)
    assert decision.cause == NotCovered(NO_PRICE)


@pytest.mark.parametrize(
    ("question", "talk"), [("hello", HELLO), ("HELLO bot!!", HELLO), ("안녕", HELLO_KO)]
)
def test_a_greeting_is_greeted(index: Index, question: str, talk):
    decision = decide(index, question)

    assert isinstance(decision, Decline)
    assert decision.cause == Chat(talk)
    assert decision.near == ()


NOTHING_TO_GO_BY = [
    "",
    "  ",
    "?!",
    "🍞🍞🍞",
    "<@1> <:loaf:2>",
    "https://x.example/oven",
    "\u202e\u200b",
]


@pytest.mark.parametrize("question", NOTHING_TO_GO_BY)
def test_a_message_without_words_is_declined(index: Index, question: str):
    decision = decide(index, question)

    assert isinstance(decision, Decline)
    assert decision.cause == NothingFound()
    assert decision.confidence == 0
    assert decision.reasons.matches == ()


GIBBERISH = ["xyzzy plugh", "qqqqqqqq", "zx cvb nmm", "뷁뷁", "12345 67890", "éüñçß"]


@pytest.mark.parametrize("question", GIBBERISH)
@pytest.mark.parametrize(
    "base",
    [
        BAKERY,
        small_base(FUEL),
        small_base(FUEL, FOUNDER),
        small_base(FUEL, small_talk=(HELLO,)),
        small_base(),
    ],
    ids=["bakery", "one entry", "two entries", "entry and greeting", "empty"],
)
def test_gibberish_is_declined_by_a_base_of_any_size(base, question: str):
    """Also where the base is too small to learn from what a good score is."""
    decision = decide(Index(base), question)

    assert isinstance(decision, Decline)
    assert decision.cause == NothingFound()


def test_a_question_about_something_else_is_not_answered(index: Index):
    assert not isinstance(decide(index, "what is the capital of mongolia"), Answer)


HOUSES = small_base(
    entry("houses", "Which houses stand at the market?", "houses at the market", "market houses"),
    entry("mayor", "Who is the mayor?", "name of the mayor", "mayor"),
    entry("river", "Why did the river flood?", "reason of the flood", "river flood"),
)


def test_an_answer_that_a_guard_objects_to_is_only_suggested():
    """Nothing in the base gives a number, so nothing answers "how many"."""
    decision = decide(Index(HOUSES), "how many houses at the market")

    assert isinstance(decision, Suggest)
    assert decision.entries[0].id == "houses"
    assert decision.reasons.objections


def test_no_guard_objects_to_what_is_certain():
    question, base = "how many houses at the market", Index(HOUSES)
    found = base.search(question, limit=1)[0].confidence

    doubted = decide(base, question, replace(DEFAULT, certain=found + 0.01))
    certain = decide(base, question, replace(DEFAULT, certain=found))

    assert isinstance(doubted, Suggest)
    assert isinstance(certain, Answer)
    assert certain.reasons.objections == ()


def test_an_answer_that_is_not_sure_by_itself_stands_in_for_nothing(index: Index):
    """Some entry gives a number, but not of branches: the one about branches is offered."""
    decision = decide(index, "how many branches are planned")

    assert isinstance(decision, Suggest)
    assert decision.entries[0].id == "shop"


def test_without_the_demand_the_same_entry_is_answered():
    decision = decide(Index(HOUSES), "houses at the market")

    assert isinstance(decision, Answer)
    assert decision.reasons.objections == ()


def test_a_near_match_without_objection_stands_in_for_the_best():
    """Similar words put another entry first; what is asked for decides."""
    index = Index(small_base(SORTS, LOAVES, FOUNDER, OPENED))
    question = "how many kinds of bread are on the counter"

    decision = decide(index, question, Policy(answer=0.45))

    assert index.search(question, limit=1)[0].target == SORTS
    assert isinstance(decision, Answer)
    assert decision.entry == LOAVES


@pytest.mark.parametrize("question", ["the bread of the bakery", "rye bread in the bakery oven"])
def test_suggestions_are_three_at_most_and_never_curated_declines(index: Index, question: str):
    """Five and more are near, a decline the nearest, and nothing is sure enough to be said."""
    decision = decide(index, question, replace(DEFAULT, answer=1.0))

    assert isinstance(decision, Suggest)
    assert decision.reasons.matches[0].target == NO_PRICE
    assert len(decision.reasons.matches) >= 5
    assert len(decision.entries) == 3
    assert NO_PRICE not in decision.entries


def test_a_decision_carries_its_reasons(index: Index):
    reasons = decide(index, "wich fule heats the baekry oven").reasons

    assert "fuel" in reasons.read_as.split()
    assert "bakery" in reasons.read_as.split()
    assert reasons.base_version == BAKERY.version
    assert 0 < reasons.threshold < 1
    assert reasons.matches[0].phrasing in (FUEL.question, *FUEL.wordings[0].phrasings)


class TestChoosing:
    """A member presses a button: no matching, the entry itself."""

    def test_a_chosen_entry_is_answered_in_the_language_of_the_card(self):
        decision = choose(BAKERY, "sorts", "ko")

        assert isinstance(decision, Answer)
        assert (decision.entry, decision.lang, decision.confidence) == (SORTS, "ko", 1.0)

    def test_a_chosen_decline_stays_a_decline(self):
        decision = choose(BAKERY, "nc-price", "en")

        assert isinstance(decision, Decline)
        assert decision.cause == NotCovered(NO_PRICE)

    def test_an_entry_that_is_gone_is_an_error_for_the_caller(self):
        with pytest.raises(KeyError):
            choose(BAKERY, "gone", "en")


@given(ANYTHING | NEARLY_A_QUESTION)
def test_any_text_is_decided_calmly_and_twice_alike(index: Index, question: str):
    decision = decide(index, question)

    assert 0 <= decision.confidence <= 1
    assert all(0 <= match.score <= 1 for match in decision.reasons.matches)
    assert decide(index, question) == decision


def test_a_very_long_message_is_decided_too(index: Index):
    assert isinstance(decide(index, "which fuel heats the oven " * 1000), Answer | Suggest)
    assert isinstance(decide(index, "x" * 100_000), Decline)


def test_nothing_found_offers_what_is_near_but_not_for_another_matter(index: Index):
    """A question that is almost about an entry gets it as a button; gibberish gets none."""
    strict = Policy(answer=1.1, suggest=1.1)

    close = decide(index, "which fuel heats the stove", strict)
    far = decide(index, "zx cvb nmm", strict)

    assert isinstance(close, Decline)
    assert close.cause == NothingFound()
    assert FUEL in close.near
    assert isinstance(far, Decline)
    assert far.near == ()


def test_the_language_of_a_decision_is_that_of_the_question(index: Index):
    """Whatever language the nearest phrasing is in; a bare name leaves it at the entry's own."""
    assert decide(index, "which fuel heats the stove").lang == "en"
    assert decide(index, "womit wird die fuel stove geheizt, und warum").lang == "de"
    assert decide(index, "fuel").lang == "en"
