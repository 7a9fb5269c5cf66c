"""An article's text is read as numbered blocks or as plain text, with the same paragraphs."""

from __future__ import annotations

import re

import pytest
from ferry import FERRY
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.article import parse_article

MARKDOWN = re.sub(r"\[p\d\] ", "", FERRY)
PLAIN = re.sub(r"^(# |## |> (\(.*?\) )?)", "", MARKDOWN, flags=re.MULTILINE)


@pytest.mark.parametrize("text", [FERRY, MARKDOWN, PLAIN, MARKDOWN.replace("\n", "\r\n")])
def test_every_layout_has_the_same_numbered_paragraphs(text: str) -> None:
    expected = [(block.key, block.text) for block in parse_article(FERRY).paragraphs]

    assert [key for key, _ in expected] == ["p1", "p2", "p3", "p4"]
    assert [(block.key, block.text) for block in parse_article(text).paragraphs] == expected


def test_what_stands_above_the_first_paragraph_is_the_header() -> None:
    assert parse_article(FERRY).header == (
        "The ferry that would not stop\n"
        "Publisher and byline: The Quay (By: Ida Holm) Date: 3 May 2026"
    )


@pytest.mark.parametrize(
    ("block", "key", "text"),
    [
        ("## A heading", "heading", "A heading"),
        ("# A late title", "heading", "A late title"),
        ("A heading\n---", "heading", "A heading"),
        ("> A quote that ends. Truly.", "aside", "A quote that ends. Truly."),
        ("> (pull quote) A quote", "aside", "A quote"),
        ("Caption: A boat.", "caption", "A boat."),
        ("![A boat](boat.jpg)", "caption", "A boat"),
        ("[1] and [a link](https://a.example).", "p2", "[1] and a link."),
        ("An open [bracket [inside](x) one.", "p2", "An open [bracket inside one."),
        ("no closing mark", "aside", "no closing mark"),
        (
            "A [link](https://a.example) and *stress*\nin **two** lines.",
            "p2",
            "A link and stress in two lines.",
        ),
        ("He said: “Stop.”", "p2", "He said: “Stop.”"),
    ],
)
def test_a_block_of_plain_text_is_told_by_its_marks(block: str, key: str, text: str) -> None:
    article = parse_article(f"Title\n\nA first sentence.\n\n{block}\n\nA last one.\n")

    assert [(each.key, each.text) for each in article.blocks][2] == (key, text)


def test_a_header_line_is_no_paragraph_though_it_ends_like_one() -> None:
    article = parse_article("Title\n\nBy: Ida Holm, The Quay Inc.\n\nA first sentence.\n")

    assert [block.text for block in article.paragraphs] == ["A first sentence."]


def test_a_span_finds_its_block_in_the_page() -> None:
    article = parse_article(FERRY)

    for block in article.blocks:
        span = article.span(block)
        assert article.page[span.start : span.stop] == block.text


@given(st.text() | st.text(alphabet="#>[]()p12!=-*_. \nab"))
def test_no_text_makes_reading_raise(text: str) -> None:
    assert parse_article(text) == parse_article(text)
