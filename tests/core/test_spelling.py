"""Misspelt words are read as the base's words, and nothing else is touched."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.spelling import MOST, Speller

WORDS = {
    "bakery": 9,
    "bread": 30,
    "break": 2,
    "oven": 5,
    "ovens": 1,
    "sourdough": 3,
    "loaf": 4,
    "who": 20,
    "1988": 1,
    "빵집": 2,
}
SPELLER = Speller(WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bakry", "bakery"),
        ("bakeryy", "bakery"),
        ("bakety", "bakery"),
        ("baekry", "bakery"),
        ("abkery", "bakery"),
        ("sourdogh", "sourdough"),
        ("suordugh", "sourdough"),
        ("soudrouhg", "sourdough"),
        ("loav", "loaf"),
        ("nakery", "bakery"),
        ("akery", "bakery"),
        ("vbakery", "bakery"),
        ("hwo", "who"),
        ("woh", "who"),
    ],
)
def test_a_slip_of_the_fingers_is_mended(typed: str, meant: str):
    assert SPELLER.correct(typed) == meant


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("break", "known, though near a more frequent word"),
        ("ovens", "known"),
        ("ove", "under four letters"),
        ("wno", "under four letters"),
        ("1989", "a number"),
        ("br3ad", "holds a digit"),
        ("bkarey", "two edits, and too short for them"),
        ("tourdougj", "another first letter, and more"),
        ("toaf", "another first letter, and too short for that"),
        ("sudruhg", "three edits"),
        ("빵찝", "Korean"),
        ("ovem빵", "partly Korean"),
        ("mongolia", "like nothing in the base"),
        ("", "empty"),
    ],
)
def test_what_is_no_slip_stays(typed: str, rule: str):
    assert SPELLER.correct(typed) == typed, rule


def test_of_equally_near_words_the_more_frequent_one_is_meant():
    assert Speller({"baker": 1, "bakes": 9}).correct("bakex") == "bakes"
    assert Speller({"baker": 9, "bakes": 1}).correct("bakex") == "baker"


def test_a_nearer_word_is_meant_though_another_is_more_frequent():
    assert Speller({"sourdough": 1, "sourdoughs": 99}).correct("sourdouhg") == "sourdough"


def test_a_tie_is_always_broken_in_the_same_way():
    one = Speller({"bakes": 1, "baker": 1, "baked": 1})
    other = Speller({"baked": 1, "baker": 1, "bakes": 1})

    assert one.correct("bakex") == other.correct("bakex")


def test_an_empty_base_mends_nothing():
    assert Speller({}).correct("bakry") == "bakry"


def test_words_are_corrected_wherever_they_stand_in_a_message():
    assert SPELLER.correct_all(["who", "baks", "bakry", "woh", "bakry"]) == [
        *("who", "baks", "bakery", "who", "bakery")
    ]


def test_of_a_message_in_which_nothing_is_known_the_first_words_are_corrected():
    noise = [letter * 5 for letter in "bcdefghijklmnopqrstuvwxyz"]

    read = SPELLER.correct_all([*noise[: MOST - 1], "bakry", "sourdogh", *noise])

    assert read[MOST - 1 : MOST + 1] == ["bakery", "sourdogh"]


class Counting(dict[str, int]):
    """Words that count how often they are looked through."""

    looks = 0

    def __contains__(self, word: object) -> bool:
        self.looks += 1
        return super().__contains__(word)


def test_beyond_that_a_word_costs_one_look_each():
    """The work of correcting one is a hundred times that, and the event loop waits for it."""
    noise = ["".join(letters) for letters in product("qxz", repeat=6)]

    def looks(typed: list[str]) -> int:
        known = Counting(WORDS)
        Speller(known).correct_all(typed)
        return known.looks

    assert looks(noise) - looks(noise[:MOST]) == len(noise) - MOST
    assert looks(noise[:MOST]) > 10 * MOST
