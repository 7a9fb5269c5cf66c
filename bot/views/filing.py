"""What becomes of something that a member sent: curators see it, or it is too much for a day."""

from __future__ import annotations

from contextlib import suppress

import discord

from bot.answerer import Answerer
from bot.core.desk import too_many
from bot.core.speech import Speech
from bot.curators import curators_speech, tell_anew, tell_curators
from bot.errors import StoreUnavailable
from bot.views.button import Press
from bot.views.button import show as answer
from bot.views.desk import letter_card
from bot.views.letter import AnyFiled, tray_of
from bot.views.panel import Panel


async def show_letter(answerer: Answerer, filed: AnyFiled) -> None:
    """Show *filed* to the curators of its server, on the card that it has or on a new one."""
    guild_id = filed.letter.guild_id
    speech = await curators_speech(answerer, guild_id)
    card = letter_card(filed, answerer.index.base, speech)
    if filed.message_id:
        told = await tell_anew(answerer, guild_id, filed.channel_id, filed.message_id, card)
        if isinstance(told, discord.Message):
            return
    told = await tell_curators(answerer, guild_id, card)
    if isinstance(told, discord.Message):
        with suppress(StoreUnavailable):  # it is in the list all the same, without a link
            letters = answerer.store.letters(tray_of(filed.letter))
            await letters.shown(filed.id, told.channel.id, told.id)


async def tell_too_many(interaction: Press, speech: Speech) -> None:
    """Tell the person behind *interaction* that they have sent enough for today."""
    line = too_many(interaction.created_at, speech)
    await answer(interaction, Panel([line]), private=True)
