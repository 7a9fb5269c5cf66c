"""What becomes of something that a member sent: curators see it, or it is too much for a day.

Once it is deleted they see no word of it any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import discord

from bot.answerer import Answerer
from bot.core.desk import not_open, too_many
from bot.core.speech import Speech
from bot.curators import Untold, curators_speech, tell_anew, tell_curators
from bot.errors import StoreUnavailable
from bot.store import CuratorsCard
from bot.views.button import Press
from bot.views.button import show as answer
from bot.views.desk import letter_card
from bot.views.letter import AnyFiled, tray_of
from bot.views.panel import Panel
from bot.views.sheet import Sheet


async def show_letter(answerer: Answerer, filed: AnyFiled) -> None:
    """Show *filed* to the curators of its server, on the card that it has or on a new one.

    While the store is away it waits in their list all the same.
    """
    with suppress(StoreUnavailable):
        speech = await curators_speech(answerer, filed.letter.guild_id)
        card = await letter_card(filed, answerer, speech)
        if not await _is_told_anew(answerer, filed, card):
            await _tell(answerer, filed, card)


async def _is_told_anew(answerer: Answerer, filed: AnyFiled, card: Sheet) -> bool:
    """Change the card that *filed* has, and tell whether it was still there."""
    place = (filed.letter.guild_id, filed.channel_id, filed.message_id)
    told = await tell_anew(answerer, *place, card) if filed.message_id else Untold()
    return isinstance(told, discord.Message)


async def _tell(answerer: Answerer, filed: AnyFiled, card: Sheet) -> None:
    told = await tell_curators(answerer, filed.letter.guild_id, card)
    if isinstance(told, discord.Message):
        letters = answerer.store.letters(tray_of(filed.letter))
        await letters.shown(filed.id, told.channel.id, told.id)


async def take_back(answerer: Answerer, shown: Iterable[CuratorsCard]) -> None:
    """Leave on the curators' cards of what was deleted that it is no longer open."""
    for card in shown:
        line = not_open(await curators_speech(answerer, card.guild_id))
        await tell_anew(answerer, card.guild_id, card.channel_id, card.message_id, Sheet(line))


async def tell_too_many(interaction: Press, speech: Speech) -> None:
    """Tell the person behind *interaction* that they have sent enough for today."""
    line = too_many(interaction.created_at, speech)
    await answer(interaction, Panel([line]), private=True)
