"""Reports of what is not right with an answer, as they come in by form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.answerer import Answerer
from bot.cogs.form_taker import FormTaker, Submission
from bot.core.feedback import Complaint, meant
from bot.core.model import Entry
from bot.core.notice import gone, line, not_stored
from bot.core.recent import Remembered
from bot.core.reply import Choice, choices
from bot.core.runners_up import runners_up
from bot.errors import StoreUnavailable
from bot.locale.speech import speech_for
from bot.store import Report, TooMany
from bot.views.button import show, tell
from bot.views.card import Card
from bot.views.curator import desk_of, readers_of
from bot.views.feedback import vote
from bot.views.filing import show_letter, tell_too_many


class Feedback(FormTaker):
    """Files what members report, and shows it to those who read it."""

    form = re.compile(r"footnote:report:(?P<lang>[a-z]{2}):(?P<entries>[a-z0-9.-]+)")

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    async def take(
        self, interaction: Submission, state: Mapping[str, str], values: Mapping[str, str]
    ) -> None:
        """Store a report, which is a vote too; then say so, then tell the curators."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = speech_for(state["lang"])
        entry_id = values.get("entry") or state["entries"].partition(".")[0]
        if not (entry := self.answerer.index.base.by_id.get(entry_id)):
            await tell(interaction, gone(speech))
            return
        try:
            filed = await self.answerer.store.reports.add(self._report(interaction, entry, values))
            if isinstance(filed, TooMany):
                await tell_too_many(interaction, speech)
                return
            await vote(interaction, (entry,), helpful=False)
        except StoreUnavailable:
            await tell(interaction, not_stored(speech))
            return
        said = line(speech, speech.say(readers_of(interaction).passed_on))
        reply = meant(said, self._near(interaction, values), speech)
        await show(interaction, Card(reply, interaction.user.id), private=True)
        await show_letter(self.answerer, filed)

    def _near(self, interaction: Submission, values: Mapping[str, str]) -> tuple[Choice, ...]:
        """Return what came next to an answer that answers another question, while remembered."""
        beside = values["complaint"] == Complaint.BESIDE
        match self.answerer.recent.of(interaction.message.id if interaction.message else 0):
            case Remembered(_, decision) if beside:
                return choices(runners_up(decision), decision.lang)
            case _:
                return ()

    def _report(self, interaction: Submission, entry: Entry, values: Mapping[str, str]) -> Report:
        return Report(
            user_id=interaction.user.id,
            guild_id=desk_of(interaction),
            entry_id=entry.id,
            reason=Complaint(values["complaint"]).value,
            question=values.get("question", "").strip(),
            text=values["text"].strip(),
            base_version=self.answerer.index.base.version,
            at=interaction.created_at,
        )
