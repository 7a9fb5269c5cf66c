"""The latest decisions are remembered, and no more than so many."""

from __future__ import annotations

from builders import BAKERY

from bot.core.decide import choose
from bot.core.recent import Forgotten, Recent, Remembered

FUEL = Remembered(7, choose(BAKERY, "fuel", "en"))
LOAVES = Remembered(7, choose(BAKERY, "loaves", "en"))


def test_a_card_is_remembered_until_enough_later_ones_came():
    recent = Recent(limit=2)
    for message_id in (1, 2, 3):
        recent.add(message_id, FUEL)

    assert [recent.of(each) for each in (1, 2, 3)] == [Forgotten(), FUEL, FUEL]


def test_a_card_that_changed_is_remembered_as_it_is_now_and_as_the_latest():
    recent = Recent(limit=2)
    recent.add(1, FUEL)
    recent.add(2, FUEL)
    recent.add(1, LOAVES)
    recent.add(3, FUEL)

    assert (recent.of(1), recent.of(2)) == (LOAVES, Forgotten())


def test_what_one_person_asked_is_forgotten_and_what_others_asked_is_not():
    recent = Recent()
    recent.add(1, FUEL)
    recent.add(2, Remembered(8, FUEL.decision))

    recent.forget(7)

    assert recent.of(1) == Forgotten()
    assert recent.of(2) == Remembered(8, FUEL.decision)
