"""Whatever the base says, Discord shows exactly that."""

from __future__ import annotations

import re
from dataclasses import replace

from hostile import odd_texts
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import choose
from bot.core.model import Base, Chat, Decline, Kind
from bot.core.reply import BODY_LIMIT, reply, shorten
from bot.views.markdown import escape, link

_AS_DISCORD_READS = re.compile(
    r"(?P<link>https?://[^\s<]+[^<.,:;\"')\]\s])"
    r"|\\(?P<escaped>[^0-9A-Za-z\s])"
    r"|(?P<markup>[`*_~|\[<#]|^[->])"
    r"|(?P<plain>[\s\S])"
)


def shown(markdown: str) -> str:
    """Return what stands on the screen for *markdown*; fail where a mark would be obeyed."""
    parts = list(_AS_DISCORD_READS.finditer(markdown))
    assert not [part for part in parts if part["markup"]]
    return "".join(part["link"] or part["escaped"] or part["plain"] for part in parts)


lines = odd_texts.map(lambda text: shorten(text, BODY_LIMIT)).filter(lambda text: "<" not in text)
marks = st.text(alphabet="ab c*_`~|[]()#@-\\.https:/", max_size=60).map(str.strip)


@given(lines | marks)
def test_escaped_text_shows_as_it_was_written(text: str) -> None:
    assert shown(escape(text)) == text


@given(odd_texts)
def test_no_label_ends_its_link_or_begins_another(text: str) -> None:
    label, url = link(text, "https://a.example/").removesuffix(")").rsplit("](", 1)

    assert url == "https://a.example/"
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", label.removeprefix("["))


@given(odd_texts, st.integers(1, 700))
def test_a_text_is_cut_to_one_line_that_fits(text: str, limit: int) -> None:
    cut = shorten(text, limit)

    assert len(cut) <= limit
    assert len(cut.splitlines()) <= 1
    assert shorten(cut, limit) == cut


def test_small_talk_over_several_lines_is_said_in_one(base: Base) -> None:
    """A line that begins with a dash would become a list, or small print."""
    talk = replace(base.small_talk[0], reply="Hello.\n- Ask me\n-# about the lamps.\n")
    reasons = choose(base, base.entries[0].id, "en").reasons

    card = reply(Decline(Chat(talk), (), "en", 1.0, reasons), base)

    assert card.body == "Hello. - Ask me -# about the lamps."


def test_an_answer_that_cites_a_whole_book_shows_its_first_notes(base: Base) -> None:
    place = base.sources[0].places[1]
    cites = tuple(replace(place, key=f"p{number}") for number in range(1, 5001))
    entry = replace(base.entries[0], cites=cites, kind=Kind.REPORTED)
    book = replace(base, entries=(entry,))

    card = reply(choose(book, entry.id, "en"), book)

    assert card.passages[0].notes == (1, 2, 3, 4, 5, 6, 7, 8)
    assert len(card.footnotes) == 8
