"""The base made searchable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
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
    SHOP,
    SORTS,
    small_base,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.core.features import Floats
from bot.core.guards import ways_to_ask
from bot.core.index import Index
from bot.core.model import Kind

WAYS = [
    (target.id, lang, phrasing)
    for target in (*BAKERY.entries, *BAKERY.small_talk)
    for lang, phrasing in ways_to_ask(target)
]


@pytest.mark.parametrize(("id_", "lang", "phrasing"), WAYS)
def test_every_phrasing_finds_its_own_target_and_language(
    index: Index, id_: str, lang: str, phrasing: str
):
    best = index.search(phrasing, limit=1)[0]

    assert (best.target.id, best.lang) == (id_, lang)
    assert best.phrasing == phrasing


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("waht do tehy brun in teh ovne", "fuel"),
        ("BAKERS PRAISED???", "praise"),
        ("do you know if they maybe want to expand or plan a branch somewhere", "shop"),
        ("price of rugbroed", "nc-price"),
        ("빵은 무슨 종류가 있나요", "sorts"),
        ("パンはどんな種類", "sorts"),
    ],
)
def test_other_words_find_it_too(index: Index, question: str, id_: str):
    assert index.search(question, limit=1)[0].target.id == id_


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_matches_come_best_first_each_once_and_no_more_than_wanted(index: Index, limit: int):
    found = index.search("how much bread leaves the oven", limit=limit)

    scores = [match.score for match in found]
    ids = [match.target.id for match in found]
    assert len(found) <= limit
    assert scores == sorted(scores, reverse=True)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("question", ["", "   ", "?!", "🍞🍞", "<@1>", "https://x.example"])
def test_a_question_without_words_matches_nothing(index: Index, question: str):
    assert index.search(question, limit=5) == []
    assert index.read(question).words == ()


def test_a_script_that_the_base_does_not_hold_matches_nothing():
    index = Index(small_base(FUEL, FOUNDER))

    assert index.search("어떤 빵을 굽나요", limit=5) == []


def test_scripts_are_searched_apart(index: Index):
    """What a target has in another script is no reason to match it."""
    assert {match.lang for match in index.search("안녕 빵", limit=20)} <= {"ko", "ja"}
    assert {match.lang for match in index.search("hello bread", limit=20)} == {"en"}


@pytest.mark.parametrize("question", ["xyzzy plugh", "hello", "안녕", "パン"])
def test_a_target_that_cannot_be_asked_for_in_a_script_is_never_matched_in_it(question: str):
    """Nothing else scores either, so that all of the targets are looked at."""
    index = Index(small_base(FUEL, SORTS, small_talk=(HELLO, HELLO_KO)))

    for match in index.search(question, limit=20):
        assert (match.lang, match.phrasing) in ways_to_ask(match.target)


def test_an_empty_base_can_be_asked():
    index = Index(small_base())

    assert index.search("who bakes", limit=5) == []
    assert index.complete("who", limit=5) == []


def test_a_question_is_read_with_spelling_and_aliases_resolved(index: Index):
    assert index.read("Rugbroed of the BAEKRY!").words == ("rye", "of", "the", "bakery")
    assert index.read("blakc bread").words == ("rye",)


def test_the_same_base_gives_the_same_matches(index: Index):
    again = Index(BAKERY)

    for question in ("who bakes", "how much is it", "빵", "hello there", "oven oven oven"):
        assert again.search(question, limit=9) == index.search(question, limit=9)


def test_typing_offers_what_may_be_meant_and_nothing_that_is_not_an_entry(index: Index):
    assert index.complete("oven fu", limit=3)[0] == FUEL
    assert index.complete("price", limit=3)[0] == NO_PRICE
    assert HELLO not in index.complete("hello", limit=20)


def test_what_is_far_from_what_was_typed_is_not_offered(index: Index):
    offered = index.complete("oven fuel", limit=20)

    assert offered[0] == FUEL
    assert len(offered) < 5


def test_where_nothing_is_near_a_few_examples_are_offered(index: Index):
    assert index.complete("zzzzzz", limit=20) == index.complete("", limit=5)
    assert index.complete("zzzzzz", limit=2) == index.complete("", limit=2)


class Rambler:
    """An encoder to which half a question sounds like anything."""

    def encode(self, texts: Sequence[str]) -> Floats:
        raise AssertionError("half a question has no meaning yet")

    def learn(self, texts: Sequence[str]) -> Floats:
        vectors = np.random.default_rng(0).normal(size=(len(texts), 8))
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_what_has_been_begun_is_compared_by_its_words_alone(index: Index):
    rambling = Index(BAKERY, Rambler())

    assert rambling.complete("oven fu", limit=9) == index.complete("oven fu", limit=9)


def test_before_typing_the_first_entries_that_answer_something_are_offered(index: Index):
    offered = index.complete("", limit=20)

    assert offered == [entry for entry in BAKERY.entries if entry.kind is not Kind.NOT_COVERED]
    assert index.complete("", limit=2) == [FUEL, LOAVES]


@given(st.text(max_size=60), st.integers(1, 25))
def test_typing_offers_each_entry_once(index: Index, partial: str, limit: int):
    offered = [entry.id for entry in index.complete(partial, limit=limit)]

    assert len(offered) == len(set(offered)) <= limit


def test_a_phrasing_that_is_left_out_tells_where_it_would_have_led(index: Index):
    left_out = {each.phrasing: each for each in index.left_out(1000)}

    assert set(left_out) == {text for target in index.targets for _, text in ways_to_ask(target)}
    assert left_out["how many loaves do they bake a day"].reached == LOAVES
    assert left_out["what do they burn in the oven"].reached == SORTS
    assert all(0 <= each.confidence <= 1 for each in left_out.values())
    assert all(each.right for each in left_out.values() if each.reached == each.target)


def test_an_answer_from_the_same_place_is_right_too():
    """Both cite the first paragraph: either shows it to the asker."""
    other = replace(OPENED, id="other", wordings=FOUNDER.wordings)
    same_place, elsewhere = (
        [
            each
            for each in Index(small_base(*entries, SHOP)).left_out(1000)
            if each.target is FOUNDER
        ]
        for entries in ((FOUNDER, other), (FOUNDER, replace(other, cites=SHOP.cites)))
    )

    assert "other" in {each.reached.id for each in same_place}
    assert all(each.right for each in same_place)
    assert not all(each.right for each in elsewhere)


def test_no_more_phrasings_are_left_out_than_are_enough():
    index = Index(BAKERY)

    assert 0 < len(list(index.left_out(10))) < len(list(index.left_out(1000)))


def test_the_nearest_phrasing_of_a_target_is_told(index: Index):
    assert index.nearest("which sort of bread can they sell", SORTS) == (
        "which kinds of bread can I buy"
    )
