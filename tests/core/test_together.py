"""Several answers on one card: none is cut, and none loses a note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import FUEL, entry, small_base

from bot.core.decide import choose
from bot.core.model import Answer, Entry
from bot.core.reply import Reply, reply
from bot.core.together import FOOTNOTE_LIMIT


def told(name: str, *, length: int = 40, places: int = 1, first: int = 1) -> Entry:
    """An entry whose answer has that length, and which cites that many places from *first* on."""
    cites = tuple(f"p{number}" for number in range(first, first + places))
    return entry(name, f"What of {name}?", answer=("word " * length)[:length], cites=cites)


def card(*entries: Entry) -> Reply:
    """The card for a message that asked for *entries*."""
    base = small_base(*entries)
    decision = choose(base, entries[0].id, "en")
    assert isinstance(decision, Answer)
    return reply(replace(decision, also=entries[1:]), base)


def test_notes_are_numbered_as_they_appear_and_a_place_that_is_cited_twice_has_one():
    shown = card(told("oven", places=3, first=4), told("shop", places=3, first=3))

    assert [note.place for note in shown.footnotes] == [
        f"Paragraph {number}" for number in (4, 5, 6, 3)
    ]
    assert [passage.notes for passage in shown.passages] == [(1, 2, 3), (1, 2, 4)]


@pytest.mark.parametrize(
    "entries",
    [
        (told("oven", length=450), told("shop", length=450)),
        (told("oven", places=7), told("shop", places=5, first=20)),
        (told("oven", places=8), told("shop", places=8), told("mill", places=8)),
        (told("oven", length=300), told("shop", length=300), told("mill", length=300)),
    ],
)
def test_answers_that_fit_share_a_card_uncut_with_all_their_notes(entries: tuple[Entry, ...]):
    shown = card(*entries)

    assert [len(passage.body) for passage in shown.passages] == [
        len(each.wording("en").answer.strip()) for each in entries
    ]
    assert [len(passage.notes) for passage in shown.passages] == [len(e.cites) for e in entries]
    assert shown.choices == ()


@pytest.mark.parametrize(
    ("entries", "rest"),
    [
        ((told("oven", length=600), told("shop", length=400)), ["shop"]),
        ((told("oven", places=8), told("shop", places=5, first=20)), ["shop"]),
        ((told("oven"), told("shop", length=500), told("mill", length=500)), ["mill"]),
        ((told("oven", length=600), told("shop", length=600), told("mill")), ["shop", "mill"]),
    ],
)
def test_an_answer_that_does_not_fit_is_offered_instead_of_cut(
    entries: tuple[Entry, ...], rest: list[str]
):
    shown = card(*entries)

    assert shown.prompt == "You also asked"
    assert [choice.entry_id for choice in shown.choices] == rest
    assert isinstance(shown.decision, Answer)
    assert [each.id for each in shown.decision.entries] == [
        each.id for each in entries if each.id not in rest
    ]
    assert len(shown.passages) == len(entries) - len(rest)


def test_related_questions_wait_while_an_asked_one_has_no_answer_yet():
    shop = told("shop", length=500)
    oven = replace(told("oven", length=500), related=("fuel",))

    assert card(oven, shop, FUEL).related == ()


def test_an_entry_that_cites_a_whole_book_shows_its_first_places():
    (passage,) = card(told("book", places=500)).passages

    assert passage.notes == tuple(range(1, FOOTNOTE_LIMIT + 1))
