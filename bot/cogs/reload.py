"""``/reload``, and the base followed while it changes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import assert_never

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.core import reloading
from bot.core.reply import Reply
from bot.core.speech import Speech
from bot.curators import curators_speech, tell_curators
from bot.errors import StoreUnavailable
from bot.incidents import nobody, reporting
from bot.reload import (
    Broken,
    Reloaded,
    Reloader,
    Swapped,
    Unchanged,
    Unsettled,
    Worse,
    is_news,
)
from bot.views.button import tell
from bot.views.sheet import Sheet

_log = logging.getLogger(__name__)


class Reload(commands.Cog):
    """Has the base read again at each of *moments*, and whenever who runs the bot says so."""

    def __init__(
        self, answerer: Answerer, reloader: Reloader, moments: AsyncIterator[None]
    ) -> None:
        self.answerer = answerer
        self.reloader = reloader
        self.moments = moments
        self._told: Reloaded = Unchanged(reloader.index.base.version)

    async def cog_load(self) -> None:
        """Begin to follow the base."""
        self.following = asyncio.create_task(self._follow())

    async def cog_unload(self) -> None:
        """Stop; a base that is being learned from is not taken over."""
        self.following.cancel()
        await asyncio.wait([self.following])

    @app_commands.command(
        name=locale_str("reload"),
        description=locale_str("Read the sources again, for who runs this bot"),
    )
    @app_commands.default_permissions(administrator=True)
    async def reload(self, interaction: discord.Interaction[Answerer]) -> None:
        """Read the base again and say privately what came of it."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = await self.answerer.speech(interaction)
        if await self.answerer.is_owner(interaction.user):
            await tell(interaction, told(await self._reload(), speech))
        else:
            await tell(interaction, reloading.owner_only(speech))

    async def _follow(self) -> None:
        """Read the base again at each moment; an error costs that one, and the log has it."""
        async with reporting(nobody):
            async for _ in self.moments:
                async with reporting(nobody):
                    await self._reload()

    async def _reload(self) -> Reloaded:
        """Read the base again; the log and the curators are told what is new to them."""
        outcome = await self.reloader.reload(self.answerer)
        before, self._told = self._told, outcome
        if is_news(before, outcome):
            log(outcome)
            await self._tell_curators(outcome)
        return outcome

    async def _tell_curators(self, outcome: Reloaded) -> None:
        try:
            for guild in self.answerer.guilds:
                speech = await curators_speech(self.answerer, guild.id)
                await tell_curators(self.answerer, guild.id, Sheet(told(outcome, speech)))
        except StoreUnavailable:
            _log.warning("The curators were not told: the store is away")


def told(outcome: Reloaded, speech: Speech) -> Reply:
    """Return what is said of *outcome*."""
    match outcome:
        case Swapped(version, before, after):
            accuracy = (str(before.accuracy), str(after.accuracy))
            false_answers = (str(before.false_answers), str(after.false_answers))
            return reloading.swapped(version, accuracy, false_answers, speech)
        case Unchanged(version):
            return reloading.unchanged(version, speech)
        case Broken(problems):
            return reloading.broken(problems, speech)
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
        case Broken(problems):
            for problem in problems:
                _log.error("The changed base is refused: %s", problem)
        case Worse(questions):
            for question in questions:
                _log.error("The changed base is refused, as it is worse: %s", question)
        case Unsettled(reason):
            _log.warning("The changed base is not read yet: %s", reason)
        case _:
            assert_never(outcome)
