"""Where the bot speaks, and how often."""

from __future__ import annotations

import pytest

from bot.core.latest import Latest
from bot.core.noise import (
    MOST_CORRECTIONS,
    Answerable,
    Cooldowns,
    Corrections,
    Ignored,
    Place,
    Turn,
    Wait,
    place,
)
from bot.core.server import ServerSettings, UnreadSettings

SERVER = 1
HERE, THERE = 10, 11
ALICE, BOB = 100, 101
CALM = ServerSettings(person_cooldown_s=5)


@pytest.mark.parametrize(
    ("settings", "channel_ids", "expected"),
    [
        (ServerSettings(), {HERE}, Place.OPEN),
        (ServerSettings(answer_in=(HERE,)), {HERE}, Place.OPEN),
        (ServerSettings(answer_in=(HERE,)), {THERE}, Place.CLOSED),
        (ServerSettings(answer_in=(HERE,)), {THERE, HERE}, Place.OPEN),
        (ServerSettings(shadow_in=(HERE,)), {HERE}, Place.SHADOWED),
        (ServerSettings(shadow_in=(HERE,), answer_in=(THERE,)), {HERE}, Place.SHADOWED),
        (ServerSettings(shadow_in=(HERE,)), {THERE}, Place.OPEN),
        (UnreadSettings(), {HERE}, Place.UNKNOWN),
    ],
)
def test_moderators_choose_the_channels(
    settings: ServerSettings, channel_ids: set[int], expected: Place
):
    """A thread is given with the channel that it belongs to."""
    assert place(settings, frozenset(channel_ids)) is expected


def ask(cooldowns: Cooldowns, now: float, settings: ServerSettings = CALM, **who: int) -> Turn:
    return cooldowns.ask(
        who.get("server", SERVER), who.get("channel", HERE), who.get("user", ALICE), now, settings
    )


def test_who_asks_again_too_soon_is_told_when_once():
    cooldowns = Cooldowns()

    turns = [ask(cooldowns, now) for now in (0, 2, 3, 4, 5)]

    assert turns == [Answerable(), Wait(5), Ignored(), Ignored(), Answerable()]


def test_the_next_cooldown_is_told_of_anew():
    cooldowns = Cooldowns()

    turns = [ask(cooldowns, now) for now in (0, 2, 5, 7)]

    assert turns == [Answerable(), Wait(5), Answerable(), Wait(10)]


@pytest.mark.parametrize("cooldown_s", [0, 5, 60])
def test_fifty_questions_in_a_second_are_answered_once_and_told_nothing(cooldown_s: int):
    cooldowns = Cooldowns()
    settings = ServerSettings(person_cooldown_s=cooldown_s)

    turns = [ask(cooldowns, number / 50, settings) for number in range(50)]

    assert turns == [Answerable(), *[Ignored()] * 49]


def test_a_person_rests_alone():
    cooldowns = Cooldowns()
    ask(cooldowns, 0)

    assert ask(cooldowns, 0.5, user=BOB) == Answerable()


def test_each_server_counts_for_itself():
    cooldowns = Cooldowns()
    ask(cooldowns, 0)

    assert ask(cooldowns, 0.5, server=2, channel=THERE) == Answerable()


def test_a_channel_rests_for_everybody_and_tells_so_once():
    cooldowns = Cooldowns()
    settings = ServerSettings(person_cooldown_s=0, channel_cooldown_s=30)

    turns = [
        ask(cooldowns, 0, settings),
        ask(cooldowns, 2, settings, user=BOB),
        ask(cooldowns, 3, settings),
        ask(cooldowns, 4, settings, channel=THERE),
        ask(cooldowns, 30, settings, user=BOB),
    ]

    assert turns == [Answerable(), Wait(30), Ignored(), Answerable(), Answerable()]


def test_the_longer_of_two_rests_is_told():
    cooldowns = Cooldowns()
    settings = ServerSettings(person_cooldown_s=60, channel_cooldown_s=10)
    ask(cooldowns, 0, settings)

    assert ask(cooldowns, 5, settings) == Wait(60)


def test_memory_stays_bounded():
    latest: Latest[int, str] = Latest(limit=3)

    for number in (1, 2, 3, 1, 4):
        latest.put(number, str(number))

    assert [number in latest for number in (1, 2, 3, 4)] == [True, False, True, True]
    assert latest.get(2, "forgotten") == "forgotten"


def test_each_answer_follows_so_many_edits_of_its_own_question():
    corrections = Corrections()
    once, other = 1, 2

    asked = [corrections.ask(once) for _ in range(MOST_CORRECTIONS + 2)]

    assert asked == [True] * MOST_CORRECTIONS + [False, False]
    assert corrections.ask(other)
