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


Submission = discord.Interaction[Answerer]


class Feedback(commands.Cog):
    """Files what members report, and shows it to the curators of their server."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Submission) -> None:
        """Take each form that is sent, also one that was opened before a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            form: Any = interaction.data
            if found := _FORM.fullmatch(form["custom_id"]):
                async with reporting(partial(apologise, interaction)):
                    await self._file(interaction, found["entries"], _filled_in(form))

    async def _file(self, interaction: Submission, ids: str, values: dict[str, str]) -> None:
        """Store a report, which is a vote too; then say so, then tell the curators."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = await self.answerer.speech(interaction)
        entry_id = values.get("entry") or ids.partition(".")[0]
        if not (entry := self.answerer.index.base.by_id.get(entry_id)):
            await tell(interaction, gone(speech))
            return
        report = self._report(interaction, entry, values)
        try:
            await self.answerer.store.reports.add(report)
            await vote(interaction, (entry,), helpful=False)
        except StoreUnavailable:
            await tell(interaction, not_stored(speech))
            return
        await tell(interaction, passed_on(speech))
        await self._show(entry, report)

    def _report(self, interaction: Submission, entry: Entry, values: dict[str, str]) -> Report:
        return Report(
            user_id=interaction.user.id,
            guild_id=interaction.guild_id or 0,
            entry_id=entry.id,
            reason=Complaint(values["complaint"]).value,
            text=values["text"].strip(),
            base_version=self.answerer.index.base.version,
            at=interaction.created_at,
        )

    async def _show(self, entry: Entry, report: Report) -> None:
        """Show a report to the curators of its server, without the name of who sent it."""
        speech = await curators_speech(self.answerer, report.guild_id)
        card = Sheet(reported(entry, Complaint(report.reason), report.text, speech))
        await tell_curators(self.answerer, report.guild_id, card)


def _filled_in(form: Any) -> dict[str, str]:
    """Return what a form holds, by the name of each field."""
    fields = (label["component"] for label in form["components"])
    return {field["custom_id"]: field["value"] or "" for field in fields}
