"""Who uses only some sources is answered from those alone, by the index that is there anyway."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import BAKERY, FUEL, HELLO, LOAVES, NO_PRICE, cite, entry

from bot.core.decide import choose, decide
from bot.core.followup import Thread, follow
from bot.core.index import Index
from bot.core.model import Answer, Chat, Decline, Entry, Form, Kind, NotCovered
from bot.core.reply import reply
from bot.core.selection import in_use, select

(BOOK,) = BAKERY.sources
HANDBOOK = replace(BOOK, id="handbook", form=Form.MANUAL, title="The baker's handbook")


def elsewhere(*cites: str):
    """Places in the handbook."""
    return tuple(replace(cite(key), source_id="handbook") for key in cites)


KNEADING = replace(
    entry(
        "kneading",
        "How long is the dough kneaded?",
        "kneading time",
        "for how many minutes do I knead",
        "when is dough kneaded enough",
        "minutes of kneading",
        "knead the dough how long",
        related=("fuel", "steam"),
    ),
    source_id="handbook",
    cites=elsewhere("p1"),
)
STEAM = replace(
    entry(
        "steam",
        "Why is there steam in the oven?",
        "steam in the stove",
        "what is the steam for",
        "do I need steam to bake bread",
        "reason for steam when baking",
        "water in the oven",
    ),
    cites=(cite("p2"), *elsewhere("p2")),
)
NO_REPAIR = replace(
    entry(
        "nc-repair",
        "Who repairs the mixer?",
        "my mixer is broken",
        "mixer repair",
        "where do I get the mixer mended",
        "the kneading machine does not turn",
        "mixer defect",
        kind=Kind.NOT_COVERED,
        cites=(),
    ),
    source_id="handbook",
)
BOTH = replace(
    BAKERY,
    sources=(BOOK, HANDBOOK),
    entries=(*BAKERY.entries, KNEADING, STEAM, NO_REPAIR),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(BOTH)


@pytest.mark.parametrize(
    ("chosen", "used"),
    [
        ((), {"bakery", "handbook"}),
        (("bakery",), {"bakery"}),
        (("bakery", "handbook"), {"bakery", "handbook"}),
        (("handbook", "gone"), {"handbook"}),
        (("gone",), {"bakery", "handbook"}),
    ],
)
def test_all_are_used_where_none_of_the_chosen_is_there(chosen: tuple[str, ...], used: set[str]):
    assert in_use(BOTH, chosen) == used


def test_an_entry_is_used_if_all_that_it_rests_on_is():
    """A curated decline that cites nothing belongs to the source that it was written for."""
    article, manual = select(BOTH, frozenset({"bakery"})), select(BOTH, frozenset({"handbook"}))

    assert article.entries == BAKERY.entries
    assert manual.entries == (KNEADING, NO_REPAIR)
    assert article.sources == (BOOK,)
    assert {article.small_talk, manual.small_talk} == {BOTH.small_talk}
    assert {article.version, manual.version} == {BOTH.version}


def test_who_uses_all_gets_the_very_index(index: Index):
    assert index.within(()) is index
    assert index.within(("bakery", "handbook")) is index


def test_the_same_choice_gets_the_same_index(index: Index):
    assert index.within(("bakery",)) is index.within(("bakery", "gone"))


@pytest.mark.parametrize("question", [KNEADING.question, "mixer repair", "steam in the stove"])
def test_what_is_not_in_use_does_not_match(index: Index, question: str):
    narrow = index.within(("bakery",))
    hidden = {"kneading", "nc-repair", "steam"}

    assert index.search(question, limit=1)[0].target.id in hidden
    assert not hidden & {match.target.id for match in narrow.search(question, limit=20)}
    assert not hidden & {found.id for found in narrow.complete(question, limit=25)}
    assert {narrow.scores(narrow.read(question))[id_] for id_ in hidden} == {0.0}


@pytest.mark.parametrize(("chosen", "known"), [("bakery", LOAVES), ("handbook", KNEADING)])
def test_what_is_in_use_is_answered_as_before(index: Index, chosen: str, known: Entry):
    decision = decide(index.within((chosen,)), known.question)

    assert isinstance(decision, Answer)
    assert decision.entry == known


def test_a_decline_of_another_source_is_not_given(index: Index):
    shown = decide(index, "how expensive is the bread")
    narrow = decide(index.within(("handbook",)), "how expensive is the bread")

    assert isinstance(shown, Decline)
    assert shown.cause == NotCovered(NO_PRICE)
    assert not (isinstance(narrow, Decline) and narrow.cause == NotCovered(NO_PRICE))


def test_small_talk_is_made_everywhere(index: Index):
    for chosen in (("bakery",), ("handbook",)):
        decision = decide(index.within(chosen), "hello bot")
        assert isinstance(decision, Decline)
        assert decision.cause == Chat(HELLO)


def test_related_questions_of_other_sources_are_not_offered(index: Index):
    whole = reply(choose(BOTH, "kneading", "en"), BOTH)
    narrow = index.within(("handbook",)).base

    assert [choice.entry_id for choice in whole.related] == ["fuel", "steam"]
    assert reply(choose(narrow, "kneading", "en"), narrow).choices == ()


def test_a_follow_up_stays_within_what_is_in_use(index: Index):
    narrow = index.within(("handbook",))

    more = follow(narrow, Thread((KNEADING,), "more"))

    assert isinstance(follow(index, Thread((KNEADING,), "more")), Answer)
    assert isinstance(more, Decline)
    assert more.near == ()


def test_an_entry_that_is_not_in_use_cannot_be_opened(index: Index):
    with pytest.raises(KeyError):
        choose(index.within(("handbook",)).base, FUEL.id, "en")
