"""``/ask``: a question in free text, or one of the questions offered while typing."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot import answers
from bot.answerer import Answerer
from bot.core.index import Index
from bot.core.noise import Aloud, Hushed
from bot.core.notice import how_to_ask
from bot.core.reply import Reply
from bot.core.speech import Speech
from bot.core.text import words
from bot.core.topics import offered
from bot.locale.speech import speech_for
from bot.loudness import loudness
from bot.views.card import respond

CHOICE_COUNT = 25
TYPED_LIMIT = 100


class Ask(commands.Cog):
    """Answers ``/ask``."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer

    @app_commands.command(
        name=locale_str("ask"),
        description=locale_str("Ask a question in your own words"),
    )
    @app_commands.rename(question=locale_str("question"), private=locale_str("private"))
    @app_commands.describe(
        question=locale_str("Your question, or one of those offered as you type"),
        private=locale_str("Show the answer to you alone"),
    )
    async def ask(
        self,
        interaction: discord.Interaction[Answerer],
        question: str,
        private: bool | None = None,
    ) -> None:
        """Answer *question*; the id of an entry, which is what a picked choice sends, opens it."""
        index = await self.answerer.index_in(interaction.guild_id)
        speech = await self.answerer.speech(interaction)
        settings = await self.answerer.settings(interaction.guild_id)
        reply = self._reply(index, interaction, question, speech)
        if settings.private if private is None else private:
            await respond(interaction, reply, private=True)
            return
        match loudness(interaction, reply, settings):
            case Aloud():
                await respond(interaction, reply, private=False)
            case Hushed(why):
                await respond(
                    interaction, reply, private=True, note=speech_for(reply.lang).say(why)
                )

    def _reply(
        self,
        index: Index,
        interaction: discord.Interaction[Answerer],
        question: str,
        speech: Speech,
    ) -> Reply:
        if entry := index.base.by_id.get(question):
            return answers.open_entry(index.base, entry.id, speech.lang)
        if not words(question):
            return how_to_ask(index.base, speech)
        self.answerer.asked.put((interaction.user.id, interaction.id), question)
        return answers.ask(index, question)

    @ask.autocomplete("question")
    async def offer(
        self, interaction: discord.Interaction[Answerer], partial: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the entries that fit what has been typed so far, in the member's language."""
        speech = await self.answerer.speech(interaction)
        index = await self.answerer.index_in(interaction.guild_id)
        entries = index.complete(partial[:TYPED_LIMIT], limit=CHOICE_COUNT)
        return [
            app_commands.Choice(name=offered(entry, index.base, speech), value=entry.id)
            for entry in entries
        ]
