"""Footnotes on a card: by source and section, and none is missing however little room is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.reply import Footnote, Passage, Reply, Tone
from bot.views.sheet import Sheet

ADDRESS = "https://crumb.example/"


def note(number: int, section: str = "The oven", source: str = "Crumb", url: str = "") -> Footnote:
    return Footnote(number, source, section, f"Paragraph {number}", url or f"{ADDRESS}{number}")


def shown(*notes: Footnote, body: str = "Yes.") -> list[str]:
    """Return the lines under an answer of that *body*."""
    reply = Reply(Tone.ANSWER, "en", (Passage(body=body),), footnotes=notes)
    (container,) = Sheet(reply).to_components()
    *_, last = [item["content"] for item in container["components"] if item["type"] == 10]
    return last.splitlines()


def test_the_notes_of_one_section_stand_under_its_name_once():
    assert shown(note(1), note(2, "The shop"), note(3), note(4, "", source="Loaf")) == [
        "-# Crumb",
        f"-# The oven: 1\u00a0[Paragraph 1]({ADDRESS}1) · 3\u00a0[Paragraph 3]({ADDRESS}3)",
        f"-# The shop: 2\u00a0[Paragraph 2]({ADDRESS}2)",
        "-# Loaf",
        f"-# 4\u00a0[Paragraph 4]({ADDRESS}4)",
    ]


def test_a_note_that_opens_nothing_is_no_link():
    nowhere = replace(note(1), url="")

    assert shown(nowhere, note(2)) == [
        "-# Crumb",
        f"-# The oven: 1\u00a0Paragraph 1 · 2\u00a0[Paragraph 2]({ADDRESS}2)",
    ]


@pytest.mark.parametrize("count", [10, 16, 24])
def test_where_room_is_short_the_last_notes_lose_their_links_and_none_is_missing(count: int):
    long = [note(number, url=ADDRESS + "x" * 240) for number in range(1, count + 1)]

    text = "\n".join(shown(*long, body="word " * 300))

    assert len(text) <= 2400
    assert [f"Paragraph {number}" in text for number in range(1, count + 1)] == [True] * count
    assert "1\u00a0[Paragraph 1](" in text
    assert f"{count}\u00a0Paragraph {count}" in text
