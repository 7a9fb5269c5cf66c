"""Of a page only the article is cited, but its links are held against all of it."""

from __future__ import annotations

import pytest
from papers import PAGE, PARAGRAPHS

from bot.errors import DraftError
from bot.knowledge import fragments
from bot.knowledge.reading.page import read_page

LINKS = "".join(
    f"<p><a href='/{number}'>The story number {number} is here to be read.</a></p>"
    for number in range(20)
)
LONG = " ".join(f"Sentence {number} of the article stands here, whole." for number in range(60))


def keys(html: str) -> list[tuple[str, str]]:
    return [(block.key, block.text) for block in read_page(html, "page").article.blocks]


def test_what_surrounds_an_article_is_there_and_cannot_be_cited() -> None:
    found = keys(PAGE)

    assert found[:3] == [
        ("aside", "Home"),
        ("aside", "Boats"),
        ("aside", "In winter the pier freezes"),
    ]
    assert found[-1] == ("aside", "Copyright The Quay.")
    assert ("heading", "Winter on the pier") in found
    assert ("caption", "The crew clears it with salt - Ida Holm") in found
    assert not any("hidden" in text or "margin" in text for _, text in found)


def test_what_stands_between_title_and_first_paragraph_is_the_header() -> None:
    article = read_page(PAGE, "page").article

    assert article.header == "The ferry that would not stop\nBy Ida Holm"


def test_a_link_s_words_are_unique_on_the_whole_page() -> None:
    """A teaser above repeats the first words of the third paragraph."""
    article = read_page(PAGE, "page").article
    (block,) = article.of("p3")

    span = article.span(block)
    found = fragments.shortest(article.page, span)

    assert not "In winter the pier freezes".startswith(found.start) or found.prefix
    assert fragments.selection(article.page, found) == fragments.passage(article.page, span)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PARAGRAPHS[1], PARAGRAPHS[1].replace(" so ", "<br>so ")),
        (PARAGRAPHS[1], PARAGRAPHS[1].replace("milk", "<b>mi</b>lk")),
        (PARAGRAPHS[1], PARAGRAPHS[1].replace("milk", "<!-- dairy -->milk")),
        (PARAGRAPHS[1], PARAGRAPHS[1].replace(" ", "\n  ")),
    ],
)
def test_marks_within_a_paragraph_leave_its_text_alone(old: str, new: str) -> None:
    article = read_page(PAGE.replace(f"<p>{old}</p>", f"<p>{new}</p>"), "page").article

    assert [block.text for block in article.paragraphs] == PARAGRAPHS
    assert len([text for text in article.page.splitlines() if "Nobody on" in text]) == 2


def test_a_list_of_sentences_is_cited_item_by_item() -> None:
    listed = "<ul><li>First, the fares fell by half.</li><li>Second, nobody paid them.</li></ul>"
    html = PAGE.replace("</article>", f"{listed}</article>")

    assert [block.text for block in read_page(html, "page").article.paragraphs] == [
        *PARAGRAPHS,
        "First, the fares fell by half.",
        "Second, nobody paid them.",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>',
        '<meta property="article:content_tier" content="locked">',
        "<div>Subscribe now to continue reading.</div>",
        "<div>Already a subscriber? Log in.</div>",
    ],
)
def test_a_preview_before_a_paywall_is_no_article(mark: str) -> None:
    with pytest.raises(DraftError, match=r"page shows \d+ words before its paywall: open"):
        read_page(PAGE.replace("<footer>", f"{mark}<footer>"), "page")


def test_a_long_article_that_says_it_is_not_free_is_read_with_a_note() -> None:
    mark = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    html = PAGE.replace(PARAGRAPHS[0].split(". ")[0], LONG).replace("<style>", f"{mark}<style>")

    assert read_page(html, "page").notes == (
        "The page says that it is not free to read: see that the article is whole.",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><div id=root></div><noscript>Turn on JavaScript.</noscript></body></html>",
        "<html><body><h1>Sign in</h1><form><input name=user></form></body></html>",
        f"<html><body>{LINKS}</body></html>",
    ],
)
def test_a_page_without_an_article_is_told(html: str) -> None:
    with pytest.raises(DraftError, match="page holds no article"):
        read_page(html, "page")


def test_a_deeply_nested_page_is_read() -> None:
    html = PAGE.replace("<main>", "<div>" * 200 + "<main>")

    assert [block.text for block in read_page(html, "page").article.paragraphs] == PARAGRAPHS
