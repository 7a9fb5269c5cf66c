"""A link's words select what a browser would mark, and the shortest ones are found."""

from __future__ import annotations

import pytest
from ferry import FERRY
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.article import parse_article
from bot.knowledge.citations import Fragment, passage_link
from bot.knowledge.fragments import passage, selection, shortest

PAGE = "The cat’s hat\nA cat sat. The cat sat on a mat\nThe hat sat on the cat"


@pytest.mark.parametrize(
    ("fragment", "selected"),
    [
        (Fragment("the cat"), "The cat"),
        (Fragment("THE CAT"), "The cat"),
        (Fragment("the cat's"), "The cat’s"),
        (Fragment("cat"), "cat"),
        (Fragment("at"), ""),
        (Fragment("the cat", "mat"), "The cat sat on a mat"),
        (Fragment("the", "cat"), "The cat’s hat\nA cat"),
        (Fragment("the", "hat", prefix="mat"), "The hat"),
        (Fragment("the", "cat", prefix="mat"), "The hat sat on the cat"),
        (Fragment("the", prefix="sat."), "The"),
        (Fragment("sat", suffix="on the"), "sat"),
        (
            Fragment("the", "sat", suffix="on the"),
            "The cat’s hat\nA cat sat. The cat sat on a mat\nThe hat sat",
        ),
        (Fragment("hat a"), ""),
        (Fragment("the", "dog"), ""),
        (Fragment("the", prefix="dog"), ""),
    ],
)
def test_a_fragment_selects_what_the_specification_says(fragment: Fragment, selected: str) -> None:
    found = selection(PAGE, fragment)

    assert PAGE[found.start : found.stop] == selected


def test_a_word_with_an_apostrophe_is_one_word() -> None:
    found = selection(PAGE, Fragment("cat", "sat"))

    assert found.start == PAGE.index("cat sat")


def test_each_block_of_an_article_is_selected_alone_by_a_few_words() -> None:
    """Quotes before a paragraph and a caption that repeats one do not draw the link away."""
    article = parse_article(FERRY)

    for block in (*article.paragraphs, *article.of("caption")):
        span = article.span(block)
        found = shortest(article.page, span)
        assert selection(article.page, found) == passage(article.page, span)
        assert len(found.start.split()) <= 8
        assert len(found.end.split()) <= 8


def test_words_that_begin_only_this_block_are_preferred_to_context() -> None:
    article = parse_article(FERRY)
    fragments = [shortest(article.page, article.span(block)) for block in article.paragraphs]

    assert fragments[2] == Fragment("In winter the pier", "at six")
    assert fragments[3] == Fragment("In winter the fares", "for free")


def test_context_is_added_where_a_block_begins_like_an_earlier_quote() -> None:
    quoted = "We sail tonight whatever the harbour master may say to us"
    page = f"{quoted}\nA storm came.\n{quoted} and he said a lot."
    block = range(page.rindex(quoted), len(page))
    found = shortest(page, block)

    assert found.prefix == "storm came."
    assert selection(page, found) == passage(page, block)


@given(st.lists(st.text(alphabet="ab c.", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_the_shortest_fragment_never_raises(lines: list[str]) -> None:
    page = "\n".join(" ".join(line.split()) for line in lines)

    assert shortest(page, range(len(page.split("\n")[0]))) is not None


def test_marks_with_a_meaning_in_a_link_are_encoded() -> None:
    fragment = Fragment("well-known, he", "a & b", prefix="so,", suffix="-")

    assert passage_link("https://a.example/x#top", fragment) == (
        "https://a.example/x#:~:text=so%2C-,well%2Dknown%2C%20he,a%20%26%20b,-%2D"
    )
