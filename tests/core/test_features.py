"""What two questions are compared by."""

from __future__ import annotations

import pytest

from bot.core.features import features, stem, word_features


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("baking", "bak"),
        ("bakes", "bak"),
        ("baked", "bak"),
        ("loaves", "loav"),
        ("formations", "form"),
        ("quickly", "quick"),
        ("red", "red"),
        ("ring", "ring"),
        ("bed", "bed"),
        ("", ""),
    ],
)
def test_an_ending_is_cut_if_three_letters_are_left(word: str, expected: str):
    assert stem(word) == expected


def test_forms_of_a_word_share_their_stem():
    assert {stem(word) for word in ("share", "shares", "shared", "sharing")} == {"shar"}


def test_a_word_is_itself_its_stem_and_its_runs_of_letters():
    found = dict(word_features("oven"))

    assert {"w:oven", "s:oven", "l: ov", "l:oven", "l:ven "} <= found.keys()
    assert found["w:oven"] > found["s:oven"] > found["l:oven"]


def test_korean_and_japanese_are_read_by_characters():
    assert {name for name, _ in word_features("빵집")} == {"c:빵", "c:집", "c:빵집"}


def test_neighbours_make_pairs_with_the_ends_of_the_question():
    assert {"p: who", "p:who bakes", "p:bakes "} <= features(["who", "bakes"]).keys()


def test_letters_around_a_space_are_read_together():
    """They outlive a slip of the finger that spoils both words and their pair."""
    found = features(["hot", "oven"])

    assert {"l:t o", "l:ot o", "l:t ov"} <= found.keys()
    assert {"l:ot o", "l:t o"} <= features(["hhot", "ovne"]).keys()


def test_no_words_have_no_features():
    assert features([]) == {}
