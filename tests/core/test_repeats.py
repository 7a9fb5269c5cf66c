"""An answer that stands just above is linked to."""

from __future__ import annotations

import pytest

from bot.core.repeats import LOOK_BACK, Absent, Repeats, Shown, Stands

HERE, THERE = 10, 11
LOAVES = Shown(("loaves",), "en")
QUESTION = 1000


@pytest.fixture
def repeats() -> Repeats:
    """The answer about loaves stands as message 100, with three messages after it."""
    repeats = Repeats()
    repeats.put(HERE, 100, LOAVES)
    for message_id in (101, 102, 103, QUESTION):
        repeats.passed(HERE, message_id)
    return repeats


@pytest.mark.parametrize(
    ("within", "expected"), [(0, Absent()), (3, Absent()), (4, Stands(100)), (5, Stands(100))]
)
def test_so_many_messages_before_the_question_count(
    repeats: Repeats, within: int, expected: Stands | Absent
):
    assert repeats.find(HERE, LOAVES, before=QUESTION, within=within) == expected


@pytest.mark.parametrize(
    "other", [Shown(("sorts",), "en"), Shown(("loaves", "sorts"), "en"), Shown(("loaves",), "ko")]
)
def test_another_answer_or_another_language_is_no_repetition(repeats: Repeats, other: Shown):
    assert repeats.find(HERE, other, before=QUESTION, within=50) == Absent()


def test_each_channel_counts_for_itself(repeats: Repeats):
    assert repeats.find(THERE, LOAVES, before=QUESTION, within=50) == Absent()


def test_a_card_without_an_answer_is_never_a_repetition(repeats: Repeats):
    nothing = Shown((), "en")
    repeats.put(HERE, 104, nothing)

    assert repeats.find(HERE, nothing, before=QUESTION, within=50) == Absent()


def test_the_latest_of_several_is_linked_to(repeats: Repeats):
    repeats.put(HERE, 104, LOAVES)

    assert repeats.find(HERE, LOAVES, before=QUESTION, within=50) == Stands(104)


def test_a_card_that_was_deleted_or_says_something_else_now_is_not_linked_to(repeats: Repeats):
    repeats.put(HERE, 104, LOAVES)
    repeats.put(HERE, 104, Shown(("sorts",), "en"))
    repeats.deleted(HERE, 100)

    assert repeats.find(HERE, LOAVES, before=QUESTION, within=50) == Absent()


def test_a_message_that_the_bot_hears_of_twice_counts_once(repeats: Repeats):
    repeats.passed(HERE, 100)
    repeats.passed(HERE, 101)

    assert repeats.find(HERE, LOAVES, before=QUESTION, within=4) == Stands(100)


def test_what_was_shown_lately_is_known_until_it_scrolled_away(repeats: Repeats):
    assert repeats.entries(HERE) == {"loaves"}
    for message_id in range(LOOK_BACK):
        repeats.passed(HERE, 2000 + message_id)

    assert repeats.entries(HERE) == frozenset()


def test_channels_are_forgotten_oldest_first():
    repeats = Repeats(channels=1)
    repeats.put(HERE, 100, LOAVES)
    repeats.put(THERE, 101, LOAVES)

    assert repeats.entries(HERE) == frozenset()
    assert repeats.entries(THERE) == {"loaves"}
