"""What is left of a message when only its words count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Alias
from bot.core.text import (
    LENGTH_LIMIT,
    Glossary,
    Script,
    clean,
    is_east_asian,
    script,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who FOUNDED the Bakery?", ["who", "founded", "the", "bakery"]),
        ("ｂａｋｅｒｙ ① ﬁne", ["bakery", "1", "fine"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("<@123> <@!123> <@&9> <#5> who", ["who"]),
        ("</ask:123456> who </ask sub:77>", ["who"]),
        ("<t:1700000000:R> when", ["when"]),
        ("see https://x.example/a?b=c#d and HTTP://Y.example", ["see", "and"]),
        ("**who** _is_ ~~the~~ ||baker||", ["who", "is", "the", "baker"]),
        ("# who\n> is\n- the\n`baker`", ["who", "is", "the", "baker"]),
        ("```py\nprint(1)\n```", ["py", "print", "1"]),
        ("<:loaf:123> who <a:oven_fire:456>", ["who"]),
        ("🍞 who 🥖🥖", ["who"]),
        ("w\u0335\u0321h\u0336\u0322o\u0337", ["who"]),
        ("wh\u200bo is\u2060 the\ufeff baker", ["who", "is", "the", "baker"]),
        ("\u202ewho\u202c", ["who"]),
        ("the baker's oven, the bakers' oven", ["the", "baker", "oven", "the", "bakers", "oven"]),
        ("the baker’s oven", ["the", "baker", "oven"]),
        ("what's don't o'clock", ["what", "dont", "oclock"]),
        ("search-and-rescue co_op", ["search", "and", "rescue", "co", "op"]),
        ("어떤 빵을 굽나요?", ["어떤", "빵을", "굽나요"]),
        ("どんなパンがありますか？", ["どんなパンがありますか"]),
        ("", []),
        (" \n\t ", []),
        ("?!… 🎉 <@1>", []),
    ],
)
def test_a_message_is_read_as_its_words(text: str, expected: list[str]):
    assert words(text) == expected


def test_a_japanese_mark_reads_the_same_in_one_character_or_two():
    """Phones send a voicing mark by itself; taken off, it would change the word."""
    assert words("\u30d1") == words("\u30cf\u309a") == ["\u30d1"]


@pytest.mark.parametrize("text", ["Caf\u00e9", "cafe\u0301", "CAFE"])
def test_a_latin_letter_is_read_without_its_accent(text: str):
    """Many people leave accents out, so nobody's may tell words apart."""
    assert words(text) == ["cafe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("l'île d'Okinawa", ["ile", "okinawa"]), ("qu’offre", ["offre"]), ("o'clock", ["oclock"])],
)
def test_what_french_runs_together_is_read_apart(text: str, expected: list[str]):
    assert words(text) == expected


def test_only_the_first_characters_of_a_long_message_are_read():
    assert words("a " * LENGTH_LIMIT + "end")[-1] == "a"
    assert len(words("loaf " * 10_000)) == LENGTH_LIMIT / len("loaf ")
    assert len(clean("a" * 5000)) == LENGTH_LIMIT


@given(st.text(alphabet=st.characters(categories=None), max_size=300))
def test_cleaning_twice_changes_no_word(text: str):
    """So an index built from what was read before agrees with a fresh one."""
    once = words(text)

    assert words(" ".join(once)) == once


@pytest.mark.parametrize(("word", "expected"), [("빵", True), ("パン", True), ("麺", True)])
def test_east_asian_characters_are_known(word: str, expected: bool):
    assert is_east_asian(word) is expected


@pytest.mark.parametrize("word", ["bread", "žemlja", "хлеб", "خبز", "1988"])
def test_other_scripts_part_words_by_spaces(word: str):
    assert not is_east_asian(word)


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ([], Script.SPACED),
        (["bread"], Script.SPACED),
        (["빵"], Script.EAST_ASIAN),
        (["nato", "rye", "빵"], Script.EAST_ASIAN),
        (["one", "two", "three", "빵"], Script.SPACED),
    ],
)
def test_one_east_asian_word_in_three_decides_the_script(tokens: list[str], expected: Script):
    assert script(tokens) is expected


class TestGlossary:
    """Aliases are read as the one name that they stand for."""

    GLOSSARY = Glossary(
        [
            Alias("rye", ("black bread", "rugbroed")),
            Alias("black bread museum", ("the museum",)),
            Alias("baker", ("boss",)),
        ]
    )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("rugbroed", "rye"),
            ("Black Bread, please", "rye please"),
            ("the black-bread's price", "the rye price"),
            ("black bread museum", "black bread museum"),
            ("the museum of black bread", "black bread museum of rye"),
            ("black", "black"),
            ("boss boss", "baker baker"),
            ("rye", "rye"),
            ("no alias here", "no alias here"),
            ("", ""),
        ],
    )
    def test_the_longest_alias_comes_first_and_a_name_is_itself(self, text: str, expected: str):
        assert " ".join(self.GLOSSARY.read(words(text))) == expected

    def test_its_vocabulary_holds_names_and_aliases(self):
        known = {"rye", "black", "bread", "rugbroed", "museum", "the", "baker", "boss"}

        assert self.GLOSSARY.vocabulary == known

    def test_an_empty_one_changes_nothing(self):
        assert Glossary([]).read(["who", "is"]) == ["who", "is"]
        assert Glossary([]).vocabulary == set()
