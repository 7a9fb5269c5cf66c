"""What members send to the curators, and ``/inbox``, in which those see what is open."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.answerer import Answerer
from bot.cogs.form_taker import FormTaker, Submission
from bot.core.notice import line
from bot.core.sending import wordless
from bot.core.text import words
from bot.locale.speech import speech_for
from bot.store import SentQuestion, TooMany
from bot.views.away import telling_if_away
from bot.views.button import tell
from bot.views.curator import desk_of, readers_of
from bot.views.desk import open_inbox
from bot.views.filing import show_letter, tell_too_many
from bot.views.sending import without_offer


class Curators(FormTaker):
    """Files the questions that members send, and shows them to those who read them."""

    form = re.compile(r"footnote:sent:(?P<lang>[a-z]{2}):(?P<nearest>[a-z0-9-]*)")

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @app_commands.command(
        name=locale_str("inbox"),
        description=locale_str("What members reported and sent, for the curators"),
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def inbox(self, interaction: discord.Interaction[Answerer]) -> None:
        """Show what nobody has dealt with yet.

        Everybody is offered the command: Discord cannot tell who is a curator by role.
        """
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
            readers = readers_of(interaction)
            await tell(interaction, line(speech, speech.say(readers.sent)))
            await show_letter(self.answerer, filed)
            if interaction.message:
                view = without_offer(interaction.message, speech.say(readers.sent_to))
                await interaction.edit_original_response(view=view)

    def _question(
        self, interaction: Submission, text: str, state: Mapping[str, str]
    ) -> SentQuestion:
        return SentQuestion(
            user_id=interaction.user.id,
            guild_id=desk_of(interaction),
            text=text.strip(),
            lang=state["lang"],
            nearest=state["nearest"],
            base_version=self.answerer.index.base.version,
            at=interaction.created_at,
        )
