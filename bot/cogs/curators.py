"""What members send to the curators, and the channel in which those see it."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import Any

import discord
from discord import ui
from discord.ext import commands

from bot.answerer import Answerer
from bot.core.sending import asked, sent, wordless
from bot.core.speech import Speech
from bot.core.text import words
from bot.incidents import reporting
from bot.locale.speech import speech_for
from bot.store import SentQuestion
from bot.views.away import telling_if_away
from bot.views.button import apologise, tell
from bot.views.sending import curators_card, without_offer
from bot.writing import may_write

_log = logging.getLogger(__name__)

_FORM = re.compile(r"footnote:sent:(?P<lang>[a-z]{2}):(?P<nearest>[a-z0-9-]*)")

Submission = discord.Interaction[Answerer]


class Curators(commands.Cog):
    """Files the questions that members send, and shows them to the curators of their server."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Submission) -> None:
        """Take each form that is sent, also one that was opened before a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            form: Any = interaction.data
            if found := _FORM.fullmatch(form["custom_id"]):
                async with reporting(partial(apologise, interaction)):
                    text = form["components"][0]["component"]["value"]
                    await self._take(interaction, text, found["lang"], found["nearest"])

    async def _take(self, interaction: Submission, text: str, lang: str, nearest: str) -> None:
        """Store the question, tell the member, then the curators; last, end the offer."""
        await interaction.response.defer()
        speech = await self.answerer.speech(interaction)
        if not words(text):
            await tell(interaction, wordless(speech))
            return
        question = self._question(interaction, text, lang, nearest)
        async with telling_if_away(interaction):
            number = await self.answerer.store.questions.add(question)
            await tell(interaction, sent(speech))
            await self._show(question, number)
            if interaction.message:
                view = without_offer(interaction.message, speech_for(lang))
                await interaction.edit_original_response(view=view)

    def _question(
        self, interaction: Submission, text: str, lang: str, nearest: str
    ) -> SentQuestion:
        return SentQuestion(
            user_id=interaction.user.id,
            guild_id=interaction.guild_id or 0,
            text=text.strip(),
            lang=lang,
            nearest=nearest,
            base_version=self.answerer.index.base.version,
            at=interaction.created_at,
        )

    async def _show(self, question: SentQuestion, number: int) -> None:
        """Show a question, filed as *number*, to the curators of its server."""
        speech = await curators_speech(self.answerer, question.guild_id)
        reply = asked(question.text, question.nearest, self.answerer.index.base, speech)
        await tell_curators(self.answerer, question.guild_id, curators_card(reply, number, speech))


async def curators_speech(answerer: Answerer, guild_id: int) -> Speech:
    """Return the language in which the curators of a server are told something."""
    settings = await answerer.store.settings.of(guild_id)
    guild = answerer.get_guild(guild_id)
    return speech_for(settings.lang or (guild.preferred_locale.value if guild else ""))


async def tell_curators(answerer: Answerer, guild_id: int, view: ui.LayoutView) -> None:
    """Post *view* in the curators' channel of a server, if it has one and the bot may post there.

    Discord's refusal is logged: nobody who waits for an answer is concerned.
    """
    settings = await answerer.store.settings.of(guild_id)
    guild = answerer.get_guild(guild_id)
    channel = guild.get_channel_or_thread(settings.curator_channel) if guild else None
    if guild is None or not isinstance(channel, discord.abc.Messageable):
        return
    if may_write(channel.permissions_for(guild.me), channel):
        try:
            await channel.send(view=view)
        except discord.HTTPException as refusal:
            _log.warning("The curators were not told: status %s", refusal.status)
