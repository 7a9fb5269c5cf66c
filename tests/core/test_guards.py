"""Which sort of answer a question demands, and which an entry can give."""

from __future__ import annotations

import pytest
from builders import HELLO, LOAVES, NO_PRICE, OPENED, SORTS, entry

from bot.core.guards import Asked, asked, given, names_a_topic, objections, ways_to_ask

NOTHING = frozenset[Asked]()


@pytest.mark.parametrize(
    ("question", "demanded"),
    [
        ("When did the bakery open?", {Asked.DATE}),
        ("so when did it open", {Asked.DATE}),
        ("what year was that", {Asked.DATE}),
        ("does it say when they started", {Asked.DATE}),
        ("whens the opening", {Asked.DATE}),
        ("when's the opening", {Asked.DATE}),
        ("how long ago was it", {Asked.DATE}),
        ("빵집은 언제 열었나요", {Asked.DATE}),
        ("いつ開店しましたか", {Asked.DATE}),
        ("How MANY loaves a day?", {Asked.COUNT}),
        ("the number of ovens", {Asked.COUNT}),
        ("직원이 몇 명인가요", {Asked.COUNT}),
        ("パン屋は何人いますか", {Asked.COUNT}),
        ("what percentage is rye", {Asked.SHARE}),
        ("is it 50% rye", {Asked.SHARE}),
        ("how much money do they make", {Asked.PRICE}),
        ("how much does it cost", {Asked.PRICE}),
        ("빵이 얼마예요", {Asked.PRICE}),
        ("いくらですか", {Asked.PRICE}),
        ("how old is the baker", {Asked.AGE}),
        ("when was the baker born", {Asked.AGE, Asked.DATE}),
        ("where was the baker born", set()),
        ("how long does a loaf take", {Asked.DURATION}),
        ("how many hours does it take", {Asked.DURATION}),
        ("when did they open and how many", {Asked.DATE, Asked.COUNT}),
        ("what do they do when it rains", set()),
        ("why are they praised", set()),
        ("how do they heat it", set()),
        ("who has the most loaves", set()),
        ("", set()),
    ],
)
def test_a_question_demands(question: str, demanded: set[Asked]):
    assert asked(question) == demanded


def test_an_entry_gives_what_its_own_phrasings_ask_for():
    assert given(OPENED) >= {Asked.DATE}
    assert given(LOAVES) == {Asked.COUNT}
    assert given(SORTS) == given(HELLO) == NOTHING


def test_a_curated_decline_gives_what_it_is_asked_for_too():
    """It says that there is no price, and so fits a question for one."""
    assert objections("how expensive is it", given(NO_PRICE)) == ()


def test_a_single_odd_phrasing_does_not_make_a_date_of_an_answer_without_one():
    many = [f"which bread number {number}" for number in range(40)]

    assert given(entry("odd", "Which bread?", *many, "when was it")) == NOTHING


def test_all_languages_of_an_entry_count():
    assert {lang for lang, _ in ways_to_ask(SORTS)} == {"en", "ko", "ja"}
    assert ways_to_ask(SORTS)[0] == ("en", SORTS.question)


def test_small_talk_is_asked_for_by_its_phrasings_alone():
    assert ways_to_ask(HELLO) == [("en", phrasing) for phrasing in HELLO.phrasings]


@pytest.mark.parametrize(
    ("question", "gives", "count"),
    [
        ("how many loaves", {Asked.COUNT}, 0),
        ("how many loaves", set(), 1),
        ("when did they bake, and how many loaves", set(), 2),
        ("when did they bake, and how many loaves", {Asked.DATE}, 1),
        ("which loaves", set(), 0),
        ("which loaves", {Asked.DATE}, 0),
        ("", set(), 0),
    ],
)
def test_each_thing_demanded_and_not_given_is_an_objection(
    question: str, gives: set[Asked], count: int
):
    assert len(objections(question, frozenset(gives))) == count


def test_an_objection_says_in_words_what_is_missing():
    (said,) = objections("how many loaves", NOTHING)

    assert "a number" in said


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("oven", True),
        ("beech logs oven", True),
        ("the loaves", True),
        ("who", False),
        ("price loaf", False),
        ("which oven", False),
        ("tell me about the oven they use", False),
        ("", False),
        ("?!", False),
    ],
)
def test_a_few_bare_words_name_a_topic(question: str, expected: bool):
    assert names_a_topic(question) is expected
