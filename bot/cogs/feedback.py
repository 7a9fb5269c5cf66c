"""Reports of what is not right with an answer, as they come in by form."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import discord
from discord.ext import commands

from bot.answerer import Answerer
from bot.cogs.curators import curators_speech, tell_curators
from bot.core.feedback import Complaint, passed_on, reported
from bot.core.model import Entry
from bot.core.notice import gone, not_stored
from bot.errors import StoreUnavailable
from bot.incidents import reporting
from bot.store import Report
from bot.views.button import apologise, tell
from bot.views.feedback import vote
from bot.views.sheet import Sheet

_FORM = re.compile(r"footnote:report:(?P<entries>[a-z0-9.-]+)")


class Feedback(commands.Cog):
    """Files what members report, and shows it to the curators of their server."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Answerer]) -> None:
        """Take each form that is sent, also one that was opened before a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            form: Any = interaction.data
            if found := _FORM.fullmatch(form["custom_id"]):
                async with reporting(partial(apologise, interaction)):
                    await self._file(interaction, found["entries"], _filled_in(form))

    async def _file(
        self, interaction: discord.Interaction[Answerer], ids: str, values: dict[str, str]
    ) -> None:
        """Store a report, which is a vote too; then say so, then tell the curators."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = await self.answerer.speech(interaction)
        base = self.answerer.index.base
        entry_id = values.get("entry") or ids.partition(".")[0]
        if not (entry := base.by_id.get(entry_id)):
            await tell(interaction, gone(speech))
            return
        report = Report(
            user_id=interaction.user.id,
            guild_id=interaction.guild_id or 0,
            entry_id=entry.id,
            reason=Complaint(values["complaint"]).value,
            text=values.get("text", "").strip(),
            base_version=base.version,
            at=interaction.created_at,
        )
        try:
            await self.answerer.store.reports.add(report)
            await vote(interaction, (entry,), helpful=False)
        except StoreUnavailable:
            await tell(interaction, not_stored(speech))
            return
        await tell(interaction, passed_on(speech))
        await self._tell_curators(interaction, entry, report)

    async def _tell_curators(
        self, interaction: discord.Interaction[Answerer], entry: Entry, report: Report
    ) -> None:
        speech = await curators_speech(self.answerer, report.guild_id)
        card = Sheet(reported(entry, Complaint(report.reason), report.text, speech))
        await tell_curators(self.answerer, report.guild_id, card)


def _filled_in(form: Any) -> dict[str, str]:
    """Return what a form holds, by the name of each field; a choice left open is no text."""
    fields = (label["component"] for label in form["components"])
    return {field["custom_id"]: field["value"] or "" for field in fields}
