"""Paragraphs and headings of a PDF come from its lines and the space between them."""

from __future__ import annotations

from papers import PARAGRAPHS, pdf

from bot.knowledge.reading.pdf import read_pdf
from bot.knowledge.reading.reading import silent

LINES = [
    "The ferry that would not stop",
    "",
    "By Ida Holm",
    "",
    "The island's last ferry kept sailing through the strike. Its crew",
    "had voted on Monday.",
    "",
    "Nobody on the island owns a car, so the boat carries post, milk",
    "and the dentist.",
    "",
    "Winter on the pier",
    "",
    "In winter the pier freezes. The crew clears it with salt and pa-",
    "tience, every morning at six.",
    "",
    "In winter the fares fall by half, and the crew sings for free.",
]


def blocks(*pages: list[str], title: str = "") -> list[tuple[str, str]]:
    reading = read_pdf(pdf(pages, title=title), "ferry.pdf", silent)
    return [(block.key, block.text) for block in reading.article.blocks]


def test_space_parts_paragraphs_and_a_hyphen_at_a_line_s_end_is_dropped() -> None:
    assert blocks(LINES) == [
        ("meta", "The ferry that would not stop"),
        ("meta", "By Ida Holm"),
        ("p1", PARAGRAPHS[0]),
        ("p2", PARAGRAPHS[1]),
        ("heading", "Winter on the pier"),
        ("p3", PARAGRAPHS[2]),
        ("p4", PARAGRAPHS[3]),
    ]


def test_without_space_a_short_last_line_ends_a_paragraph() -> None:
    assert blocks([line for line in LINES[4:] if line])[:2] == [
        ("p1", PARAGRAPHS[0]),
        ("p2", PARAGRAPHS[1]),
    ]


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        ["The Quay, 3 May", "", f"Page text {name} ends here.", "", f"{number} / 4"]
        for number, name in enumerate(["one", "two", "three", "four"], start=1)
    ]

    assert [text for _, text in blocks(*pages)] == [
        "Page text one ends here.",
        "Page text two ends here.",
        "Page text three ends here.",
        "Page text four ends here.",
    ]


def test_a_pdf_tells_its_title_and_its_pages_as_they_are_read() -> None:
    read: list[tuple[str, int, int]] = []
    content = pdf([LINES, ["More of it ends here."]], title="The ferry")

    found = read_pdf(content, "ferry.pdf", lambda *each: read.append(each))

    assert found.told == {"title": "The ferry", "byline": "Ida Holm"}
    assert read == [("Reading pages", 1, 2), ("Reading pages", 2, 2)]
    assert found.notes == ("A PDF has no paragraphs of its own: compare their numbers.",)
