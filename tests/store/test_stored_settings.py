"""A server's settings: remembered for some seconds, and the same in all processes after that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from records import GUILD, Clock
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.core.server import ServerSettings
from bot.store import Store
from bot.store.database import Database
from bot.store.engine import connect_to
from bot.store.guild_settings import FRESH_S, GuildSettings

KOREAN = ServerSettings(
    answer_in=(2**62, 5),
    private=True,
    person_cooldown_s=30,
    channel_cooldown_s=2,
    repeat_within=0,
    lang="ko",
    curator_role=2**62 + 1,
    curator_channel=2**62 + 2,
    shadow_in=(7,),
    sources=("seoul-tokyo", "footnote"),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def elsewhere(store: Store, url: str, clock: Clock) -> AsyncIterator[GuildSettings]:
    """The settings as another process on the same database has them."""
    engine = connect_to(url)
    yield GuildSettings(Database(engine), clock)
    await engine.dispose()


async def test_a_server_that_set_nothing_has_the_defaults(store: Store):
    assert await store.settings.of(GUILD) == ServerSettings()


async def test_what_was_saved_holds_here_at_once(store: Store):
    await store.settings.of(GUILD)

    await store.settings.save(GUILD, KOREAN)

    assert await store.settings.of(GUILD) == KOREAN
    assert await store.settings.of(GUILD + 1) == ServerSettings()


async def test_after_a_reset_the_defaults_hold_everywhere(store: Store, elsewhere: GuildSettings):
    await store.settings.save(GUILD, KOREAN)

    await store.settings.reset(GUILD)

    assert await store.settings.of(GUILD) == ServerSettings()
    assert await elsewhere.of(GUILD) == ServerSettings()


async def test_all_fields_are_stored(store: Store, elsewhere: GuildSettings):
    await store.settings.save(GUILD, KOREAN)

    assert await elsewhere.of(GUILD) == KOREAN


class SlowToAnswer(Database):
    """A database whose answers are on the way until a test lets them arrive."""

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine)
        self.asked, self.may_arrive = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def reading(self, *, within_s: float | None = None) -> AsyncIterator[AsyncConnection]:
        async with super().reading(within_s=within_s) as connection:
            yield connection
        self.asked.set()
        await self.may_arrive.wait()


async def test_an_older_answer_does_not_undo_what_was_saved_meanwhile(store: Store, url: str):
    engine = connect_to(url)
    database = SlowToAnswer(engine)
    settings = GuildSettings(database)

    asking = asyncio.create_task(settings.of(GUILD))
    await database.asked.wait()
    await settings.save(GUILD, KOREAN)
    database.may_arrive.set()

    assert await asking == KOREAN
    assert await settings.of(GUILD) == KOREAN
    await engine.dispose()


async def test_another_process_sees_a_change_within_seconds(
    store: Store, elsewhere: GuildSettings, clock: Clock
):
    await elsewhere.of(GUILD)
    await store.settings.save(GUILD, KOREAN)

    assert await elsewhere.of(GUILD) == ServerSettings()  # remembered, not asked for again
    clock.now_s += FRESH_S
    assert await elsewhere.of(GUILD) == KOREAN


async def test_one_setting_is_changed_and_the_others_stay(store: Store):
    both = ServerSettings(private=True, lang="ja")
    await store.settings.save(GUILD, ServerSettings(private=True))

    assert await store.settings.change(GUILD, "lang", "ja") == both
    assert await store.settings.of(GUILD) == both


async def test_changes_at_the_same_moment_are_all_kept(
    store: Store, elsewhere: GuildSettings, clock: Clock
):
    """Of two processes, on a server that has no settings yet."""
    await asyncio.gather(
        store.settings.change(GUILD, "private", True),
        elsewhere.change(GUILD, "lang", "ja"),
        store.settings.change(GUILD, "repeat_within", 0),
        elsewhere.change(GUILD, "shadow_in", (1, 2)),
    )

    clock.now_s += FRESH_S
    assert await elsewhere.of(GUILD) == ServerSettings(
        private=True, lang="ja", repeat_within=0, shadow_in=(1, 2)
    )
