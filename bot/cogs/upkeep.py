"""What is kept no longer than `/privacy` says: deleted at the start and every night."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, time

from discord.ext import commands, tasks

from bot.answerer import Answerer
from bot.errors import StoreUnavailable
from bot.incidents import record
from bot.views.filing import take_back

AT_NIGHT = time(hour=4, tzinfo=UTC)

_log = logging.getLogger(__name__)


class Upkeep(commands.Cog):
    """Purges the store of what is too old by *now*, and the curators' channels of its words."""

    def __init__(self, answerer: Answerer, now: Callable[[], datetime]) -> None:
        self.answerer = answerer
        self.now = now

    async def cog_load(self) -> None:
        """Purge every night, whether Discord is there or not."""
        self.nightly.start()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Purge for a bot that never runs at night, once it knows the curators' channels."""
        await self.purge()

    async def cog_unload(self) -> None:
        """Stop; of a purge that is under way, what was deleted stays so."""
        self.nightly.cancel()

    @tasks.loop(time=AT_NIGHT)
    async def nightly(self) -> None:
        """Purge at the same hour every night."""
        await self.purge()

    async def purge(self) -> None:
        """Delete what is too old and log how much; an error leaves the rest to the next night."""
        try:
            while deleted := await self.answerer.store.purge(self.now()):
                _log.info("Purged: %s", deleted.counts)
                await take_back(self.answerer, deleted.shown)
        except StoreUnavailable:
            _log.warning("Not all was purged: the next night tries again")
        except Exception as error:
            record(error)
