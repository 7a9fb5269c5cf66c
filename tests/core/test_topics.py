"""A base as topics to browse: by section, paged as Discord's selects need it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.model import Base, Form
from bot.core.speech import ENGLISH
from bot.core.topics import contained, find_topic, offered, page_of, topics
from bot.knowledge.load import load
from bot.locale.speech import speech_for

SMALL_BASE = Path(__file__).parents[1] / "base"


@pytest.fixture(scope="module")
def base() -> Base:
    """The small base as a curator wrote it: a source with two sections."""
    return load(SMALL_BASE)


def contents(base: Base) -> dict[str, list[str]]:
    return {each.title: [entry.id for entry in each.entries] for each in topics(base, ENGLISH)}


def test_each_entry_stands_once_under_the_section_that_it_cites_first(base: Base):
    assert contents(base) == {
        "About the article": ["author"],
        "Two lamps, one bay": ["second-lighthouse", "north-granite", "south-concrete"],
        "The keepers": ["keepers", "foghorn"],
        "What the article does not say": ["nc-cost"],
    }


def test_a_section_is_titled_in_the_readers_language_or_else_in_its_own(base: Base):
    (source,) = base.sources
    lamps, keepers = source.sections
    titled = replace(lamps, translations=(("ko", "두 등대"),))
    korean = replace(base, sources=(replace(source, sections=(titled, keepers)),))

    said = [each.title for each in topics(korean, speech_for("ko")) if each.is_said]

    assert said[1:] == ["두 등대", "The keepers"]


def test_a_topic_says_which_source_it_is_of(base: Base):
    assert {each.source for each in topics(base, ENGLISH)} == {"Two lamps over Ellery"}
    assert [each.is_said for each in topics(base, ENGLISH)] == [True, True, True, False]


def test_what_is_left_open_is_not_counted_as_an_answer(base: Base):
    assert contained(topics(base, ENGLISH), ENGLISH) == "6 answers · 3 topics"
    assert contained(topics(replace(base, entries=base.entries[:1]), ENGLISH), ENGLISH) == (
        "1 answer · 1 topic"
    )


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_a_long_question_that_is_left_open_is_still_offered_as_that(base: Base, lang: str):
    cost = base.by_id["nc-cost"]
    long = replace(cost, wordings=(replace(cost.wordings[0], question="How much? " * 30),))
    name = offered(long, base, speech_for(lang))

    assert len(name) <= 100
    assert name.endswith(speech_for(lang).say("The article does not say"))


def test_a_topic_without_entries_is_left_out(base: Base):
    thinned = replace(base, entries=base.entries[:1])

    assert list(contents(thinned)) == ["Two lamps, one bay"]


def test_sources_follow_each_other_with_their_own_sections(base: Base):
    """Two articles may use the same heading for a section."""
    (first,) = base.sources
    second = replace(first, id="second", title="Three lamps over Ellery", form=Form.MANUAL)
    cites = {place.key: replace(place, source_id="second") for place in first.places}
    moved = [
        replace(
            entry,
            id=f"{entry.id}-2",
            source_id="second",
            cites=tuple(cites[each.key] for each in entry.cites),
        )
        for entry in base.entries
    ]
    both = replace(base, sources=(first, second), entries=(*base.entries, *moved))

    shown = [(each.source, each.title) for each in topics(both, ENGLISH)]

    assert shown[0][1] == "About the article"
    assert shown[3] == (second.title, "About the manual")
    assert shown[4:6] == [(second.title, title) for _, title in shown[1:3]]
    assert shown[6:] == [
        (first.title, "What the article does not say"),
        (second.title, "What the manual does not say"),
    ]


def test_a_topic_is_found_by_any_of_its_entries(base: Base):
    found = topics(base, ENGLISH)

    assert find_topic(found, "foghorn").title == "The keepers"
    assert find_topic(found, find_topic(found, "foghorn").key).title == "The keepers"
    with pytest.raises(KeyError):
        find_topic(found, "nowhere")


@pytest.mark.parametrize(
    ("count", "item", "shown"),
    [
        (1, 0, range(1)),
        (25, 24, range(25)),
        (26, 24, range(25)),
        (26, 25, range(25, 26)),
        (60, 30, range(25, 50)),
        (60, 59, range(50, 60)),
    ],
)
def test_items_are_paged_as_a_select_takes_them(count: int, item: int, shown: range):
    assert page_of(range(count), item).items == tuple(shown)


@pytest.mark.parametrize(
    ("item", "before", "after"), [(0, 0, 25), (24, 0, 25), (25, 0, 50), (50, 25, 50), (59, 25, 50)]
)
def test_a_page_leads_to_those_beside_it(item: int, before: int, after: int):
    """At both ends it leads to itself."""
    found = page_of(range(60), item)

    assert (found.before, found.after) == (before, after)
