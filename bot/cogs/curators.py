"""What members send to the curators, and ``/inbox``, in which those see what is open."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.answerer import Answerer
from bot.cogs.form_taker import FormTaker, Submission
from bot.core.sending import sent, wordless
from bot.core.text import words
from bot.locale.speech import speech_for
from bot.store import SentQuestion, TooMany
from bot.views.away import telling_if_away
from bot.views.button import tell
from bot.views.desk import open_inbox
from bot.views.filing import show_letter, tell_too_many
from bot.views.sending import without_offer


class Curators(FormTaker):
    """Files the questions that members send, and shows them to the curators of their server."""

    form = re.compile(r"footnote:sent:(?P<lang>[a-z]{2}):(?P<nearest>[a-z0-9-]*)")

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @app_commands.command(
        name=locale_str("inbox"),
        description=locale_str("What members reported and sent, for the curators"),
    )
    @app_commands.default_permissions(manage_messages=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def inbox(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show what nobody has dealt with yet."""
        await open_inbox(interaction)

    async def take(
        self, interaction: Submission, state: Mapping[str, str], values: Mapping[str, str]
    ) -> None:
        """Store the question, tell the member, then the curators; last, end the offer."""
        await interaction.response.defer()
        speech = speech_for(state["lang"])
        if not words(values["words"]):
            await tell(interaction, wordless(speech))
            return
        question = self._question(interaction, values["words"], state)
        async with telling_if_away(interaction):
            filed = await self.answerer.store.questions.add(question)
            if isinstance(filed, TooMany):
                await tell_too_many(interaction, speech)
                return
            await tell(interaction, sent(speech))
            await show_letter(self.answerer, filed)
            if interaction.message:
                view = without_offer(interaction.message, speech)
                await interaction.edit_original_response(view=view)

    def _question(
        self, interaction: Submission, text: str, state: Mapping[str, str]
    ) -> SentQuestion:
        return SentQuestion(
            user_id=interaction.user.id,
            guild_id=interaction.guild_id or 0,
            text=text.strip(),
            lang=state["lang"],
            nearest=state["nearest"],
            base_version=self.answerer.index.base.version,
            at=interaction.created_at,
        )
