"""What members report and send, on the curators' desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.core.desk import DEEDS, Deed, is_curator, too_many, tray_of
from bot.core.server import ServerSettings
from bot.core.speech import ENGLISH

CURATORS, OTHERS = 11, 12


@pytest.mark.parametrize(
    ("role", "has", "manages", "may"),
    [
        (CURATORS, [OTHERS, CURATORS], False, True),
        (CURATORS, [OTHERS], False, False),
        (CURATORS, [], True, True),
        (0, [], True, True),
        (0, [OTHERS], False, False),
        (0, [], False, False),
    ],
)
def test_curators_have_the_role_or_manage_messages(
    role: int, has: list[int], manages: bool, may: bool
):
    assert is_curator(ServerSettings(curator_role=role), has, manages=manages) is may


def test_every_deed_is_done_to_one_kind():
    assert sorted(deed for deeds in DEEDS.values() for deed in deeds) == sorted(Deed)
    assert all(deed in DEEDS[tray_of(deed)] for deed in Deed)


@pytest.mark.parametrize("hours", [0, 9, -9])
def test_who_sent_too_much_is_told_when_the_next_day_begins_in_utc(hours: int):
    at = datetime(2026, 7, 1, 23, 59, tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))

    midnight = int(datetime(2026, 7, 2, tzinfo=UTC).timestamp())
    assert too_many(at, ENGLISH).endswith(f"You can send more <t:{midnight}:R>.")
