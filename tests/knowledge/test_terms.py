"""Terms and questions are found in a paragraph itself: names, numbers, rare words."""

from __future__ import annotations

import pytest
from ferry import FERRY

from bot.knowledge.article import parse_article
from bot.knowledge.draft.names import aliases
from bot.knowledge.draft.suggest import keywords, questions
from bot.knowledge.draft.terms import Terms, names, numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crew met Ida Holm in Port Ellery.", ["Ida Holm", "Port Ellery"]),
        ("Nobody met Bo Ek’s crew.", ["Bo Ek"]),
        ("But Ida Holm stayed. She sang.", ["Ida Holm"]),
        ("Ida Holm stayed. “They sang,” said Bo Ek.", ["Ida Holm", "Bo Ek"]),
        ("The Bank of England and the U.S. Navy paid.", ["Bank of England", "U.S. Navy"]),
        ("Çelik met Ahn Gyu-back.", ["Ahn Gyu-back"]),
        ("the crew sang", []),
        ("The crew sang on Monday, and in May.", []),
        ("배가 항구를 떠났다.", []),
    ],
)
def test_names_are_told_from_the_heads_of_sentences(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_numbers_keep_their_units() -> None:
    text = "In 1910, 28,500 troops and 3.5 per cent paid $12 million at 10:30 on 1 June."

    assert numbers(text) == [
        *("1910", "28,500 troops", "3.5 per cent", "$12 million", "10:30", "1 June")
    ]


def test_a_day_keeps_its_year() -> None:
    text = "It began on 12 September 2026, not on September 2, 2025 or May 3, by 4 June."

    assert numbers(text) == ["12 September 2026", "September 2, 2025", "May 3", "4 June"]


def test_telling_names_come_before_those_that_stand_everywhere() -> None:
    texts = [f"In Ellery the crew saw lamp number {number}." for number in range(9)]
    texts.append("In Ellery the crew met Ida Holm at the search-and-rescue boat.")

    assert Terms(texts).of(texts[-1]) == ["Ida Holm", "search-and-rescue", "Ellery"]


def test_a_name_is_taken_without_its_title_where_it_stands_alone_too() -> None:
    texts = ["Harbour Minister Ida Holm spoke.", "Later Ida Holm sang."]

    assert Terms(texts).of(texts[0])[0] == "Ida Holm"


def test_every_term_stands_literally_in_its_paragraph() -> None:
    texts = [block.text for block in parse_article(FERRY).paragraphs]
    terms = Terms(texts)

    assert all(term in text for text in texts for term in terms.of(text))
    assert terms.of(texts[2])[0] == "patience"
    assert terms.of("") == []


@pytest.mark.parametrize(
    ("text", "terms", "first"),
    [
        ("“No,” said Bo Ek.", ["Bo Ek"], "What did Bo Ek say?"),
        ("It carries 28,500 passengers.", ["28,500"], "How many passengers are there?"),
        ("Since 1910 it sails.", ["1910"], "What happened in 1910?"),
        ("In 1910 boats sailed.", ["1910"], "What happened in 1910?"),
        ("Salt and patience.", ["salt", "patience"], "What does the article say about salt and"),
    ],
)
def test_questions_are_suggested_by_what_a_paragraph_holds(
    text: str, terms: list[str], first: str
) -> None:
    assert questions(text, terms)[0].startswith(first)


def test_a_question_fits_its_field_and_without_a_term_there_is_none() -> None:
    assert questions("Text.", ["x" * 120]) == []
    assert questions("Text.", []) == []
    assert keywords(["salt", "Patience"]) == [
        "salt patience",
        "tell me about salt",
        "tell me about patience",
    ]


def test_other_names_are_suggested_where_the_article_uses_them_itself() -> None:
    article = parse_article(
        "Title\n\nThe Self-Defence Forces (SDF) met Minister Ida Holm and Bo Ek.\n\n"
        "Later Holm met the Bank of Ellery (XYZ), and Ek sang.\n"
    )

    assert aliases(article) == {"Ida Holm": ["Holm"], "Self-Defence Forces": ["SDF"]}
