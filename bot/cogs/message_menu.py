"""The menu of a message: an answer to what somebody else wrote, seen first, then posted or not."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.answerer import Answerer
from bot.core.decide import decide
from bot.core.notice import wordless
from bot.core.record import shown
from bot.core.reply import reply
from bot.core.text import words
from bot.locale.speech import speech_for
from bot.views.card import respond
from bot.views.preview import Draft, drafted, preview


class MessageMenu(commands.Cog):
    """Answers any message on demand; Discord shows the bot the one that is chosen."""

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self.menu = app_commands.ContextMenu(
            name=locale_str("Answer from the article"), callback=self.answer
        )

    async def cog_load(self) -> None:
        """Add the menu: discord.py takes none from a cog by itself."""
        self.answerer.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the menu away again."""
        self.answerer.tree.remove_command(self.menu.name, type=self.menu.type)

    async def answer(
        self, interaction: discord.Interaction[Answerer], message: discord.Message
    ) -> None:
        """Show privately what the answer to *message* would be."""
        if words(question := _written(message)):
            view = await preview(interaction, self._draft(question, message.id))
            await interaction.response.send_message(view=view, ephemeral=True)
        else:
            speech = await self.answerer.speech(interaction)
            await respond(interaction, wordless(speech), private=True)

    def _draft(self, question: str, message_id: int) -> Draft:
        index = self.answerer.index
        decision = decide(index, question)
        if entries := shown(decision):
            entry_ids = tuple(entry.id for entry in entries)
            return drafted(self.answerer, entry_ids, decision.lang, message_id)
        card = reply(decision, index.base, speech_for(decision.lang))
        return Draft(card, (), decision.lang, message_id)


def _written(message: discord.Message) -> str:
    """Return the text of *message*, or of the message that it forwards."""
    forwarded = (snapshot.content for snapshot in message.message_snapshots)
    return message.content or next(forwarded, "")
