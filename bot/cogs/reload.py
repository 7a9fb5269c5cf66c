"""``/reload``, and the base followed while it changes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import assert_never

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.core import reloading
from bot.core.reply import Reply
from bot.core.selection import in_use
from bot.core.speech import Speech
from bot.curators import curators_speech, tell_curators
from bot.incidents import nobody, reporting
from bot.reload import Reloader
from bot.reloaded import (
    Broken,
    Reloaded,
    Swapped,
    Unchanged,
    Unsettled,
    Worse,
    is_news,
    within,
)
from bot.views.button import tell
from bot.views.sheet import Sheet

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """What came of two readings, one after the other."""

    before: Reloaded
    now: Reloaded


class Reload(commands.Cog):
    """Has the base read again at each of *moments*, and whenever who runs the bot says so."""

    def __init__(
        self, answerer: Answerer, reloader: Reloader, moments: AsyncIterator[None]
    ) -> None:
        self.answerer = answerer
        self.reloader = reloader
        self.moments = moments
        self._last: Reloaded = Unchanged(reloader.index.base.version)
        self._servers_known = asyncio.Event()

    async def cog_load(self) -> None:
        """Begin to follow the base."""
        self.following = asyncio.create_task(self._follow())

    async def cog_unload(self) -> None:
        """Stop; a base that is being learned from is not taken over."""
        self.following.cancel()
        await asyncio.wait([self.following])

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Note that the servers are known from now on."""
        self._servers_known.set()

    @app_commands.command(
        name=locale_str("reload"),
        description=locale_str("Read the sources again, for who runs this bot"),
    )
    @app_commands.default_permissions(administrator=True)
    async def reload(self, interaction: discord.Interaction[Answerer]) -> None:
        """Read the base again and say privately what came of it."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = await self.answerer.speech(interaction)
        if not await self.answerer.is_owner(interaction.user):
            await tell(interaction, reloading.owner_only(speech))
            return
        news = await self._reload()
        try:
            await tell(interaction, told(news.now, speech))
        finally:
            await self._tell_curators(news)

    async def _follow(self) -> None:
        """Read the base again at each moment; an error costs that one, and the log has it.

        It begins once it is known which servers there are to tell.
        """
        async with reporting(nobody):
            await self._servers_known.wait()
            async for _ in self.moments:
                async with reporting(nobody):
                    await self._tell_curators(await self._reload())

    async def _reload(self) -> News:
        """Read the base again; the log is told what is new to it."""
        outcome = await self.reloader.reload(self.answerer)
        news, self._last = News(self._last, outcome), outcome
        if is_news(news.before, news.now):
            log(outcome)
        return news

    async def _tell_curators(self, news: News) -> None:
        """Tell those of each server what is new to them; where that fails, the log has it."""
        for guild in self.answerer.guilds:
            async with reporting(nobody):
                await self._tell_curators_of(guild.id, news)

    async def _tell_curators_of(self, guild_id: int, news: News) -> None:
        settings, base = await self.answerer.settings(guild_id), self.answerer.index.base
        used = in_use(base, settings.sources)
        now = within(news.now, used, base.version)
        if is_news(within(news.before, used, base.version), now):
            speech = await curators_speech(self.answerer, guild_id)
            await tell_curators(self.answerer, guild_id, Sheet(told(now, speech)))


def told(outcome: Reloaded, speech: Speech) -> Reply:
    """Return what is said of *outcome*."""
    match outcome:
        case Swapped(version, before, after):
            accuracy = (str(before.accuracy), str(after.accuracy))
            false_answers = (str(before.false_answers), str(after.false_answers))
            return reloading.swapped(version, accuracy, false_answers, speech)
        case Unchanged(version):
            return reloading.unchanged(version, speech)
        case Broken(flaws):
            return reloading.broken([each.sentence for each in flaws], speech)
        case Worse(questions):
            return reloading.worse(list(map(str, questions)), speech)
        case Unsettled(reason):
            return reloading.unsettled(reason, speech)
        case _:
            assert_never(outcome)


def log(outcome: Reloaded) -> None:
    """Tell the operator of *outcome*, a line for each thing that is wrong."""
    match outcome:
        case Swapped(version, before, after):
            _log.info("Base %s answers from now on: %s; before: %s", version, after, before)
        case Unchanged(version):
            _log.info("The base is as it was, %s", version)
        case Broken(flaws):
            for flaw in flaws:
                _log.error("The changed base is refused: %s", flaw.sentence)
        case Worse(questions):
            for question in questions:
                _log.error("The changed base is refused, as it is worse: %s", question)
        case Unsettled(reason):
            _log.warning("The changed base is not read yet: %s", reason)
        case _:
            assert_never(outcome)
