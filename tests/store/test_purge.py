"""Nothing is kept longer than its retention."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from records import GUILD, NOW, card, question, report, vote

from bot.core.server import ServerSettings
from bot.store import RETENTION_DAYS, CuratorsCard, Deleted, Store
from bot.store.tables import metadata

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SECOND = timedelta(seconds=1)


async def _store_at_the_limit(store: Store, beyond: timedelta, number: int) -> None:
    """Store one record of each kind that is as old as may be, and *beyond*."""
    at = {kind: NOW - timedelta(days=days) - beyond for kind, days in RETENTION_DAYS.items()}
    await store.votes.cast(vote(number, at=at["votes"]))
    await store.reports.add(report(number, at=at["reports"]))
    await store.questions.add(question(number, at=at["questions"]))
    await store.remember(card(number, asker_id=number, at=at["cards"]))


def test_every_table_but_the_settings_has_a_retention():
    assert set(RETENTION_DAYS) == set(metadata.tables) - {"settings"}


def test_the_readme_states_every_table_and_its_days():
    rows = re.findall(r"^\| `(\w+)`: .* \| (?:(\d+) days)?.* \|$", README, re.MULTILINE)

    stated = {name: int(days) for name, days in rows if days}

    assert {name for name, _ in rows} == set(metadata.tables)
    assert stated == RETENTION_DAYS


async def test_what_is_one_second_too_old_goes_and_the_rest_stays(store: Store):
    await _store_at_the_limit(store, timedelta(0), number=1)
    await _store_at_the_limit(store, SECOND, number=2)

    deleted = await store.purge(NOW)

    kinds = ("votes", "reports", "questions", "cards")
    assert [deleted.counts[kind] for kind in kinds] == [1, 1, 1, 1]
    kept = await store.people.export(1)
    assert all(kept[kind] for kind in kinds)
    assert not any((await store.people.export(2)).values())


async def test_the_count_of_a_day_is_kept_into_the_day_after_the_next(store: Store):
    """It counts from midnight, and two days later it has no use."""
    midnight = NOW.replace(hour=0)
    for person, days in enumerate((0, 1, 2, 3)):
        await store.reports.add(report(person, at=midnight - timedelta(days=days)))

    assert (await store.purge(midnight)).counts["sendings"] == 1


async def test_a_second_purge_finds_nothing(store: Store):
    await _store_at_the_limit(store, SECOND, number=1)
    await store.purge(NOW)

    assert await store.purge(NOW) == Deleted(dict.fromkeys(RETENTION_DAYS, 0))


async def test_what_is_too_old_goes_in_pieces_that_take_no_long_time(store: Store, monkeypatch):
    """Some of each kind at a time: of thousands, one statement could take longer than it may."""
    monkeypatch.setattr("bot.store.store.PURGE_SIZE", 2)
    for number in range(1, 6):
        await _store_at_the_limit(store, SECOND, number)

    pieces = [await store.purge(NOW) for _ in range(4)]

    for kind in ("votes", "reports", "questions", "cards"):
        assert [piece.counts[kind] for piece in pieces] == [2, 2, 1, 0]
    assert not pieces[-1]


async def test_what_goes_is_told_with_where_the_curators_see_it(store: Store):
    """So that its words can be taken from there too; not all was shown to them."""
    at = NOW - timedelta(days=181)
    shown = await store.questions.add(question(1, at=at))
    await store.questions.shown(shown.id, channel_id=5, message_id=7)
    await store.reports.add(report(2, at=at))

    assert (await store.purge(NOW)).shown == (CuratorsCard(GUILD, 5, 7),)


async def test_settings_stay_until_they_are_reset(store: Store):
    mine = ServerSettings(lang="ja")
    await store.settings.save(GUILD, mine)

    await store.purge(NOW + timedelta(days=10_000))

    assert await store.settings.of(GUILD) == mine
