"""Buttons that work for ever, and how the person who pressed one is told something."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Self

import discord
from discord import ui

from bot.answerer import Answerer
from bot.core.notice import apology
from bot.core.reply import Reply
from bot.incidents import reporting
from bot.locale.speech import speech_for
from bot.views.sheet import Sheet

Press = discord.Interaction[Answerer]


class Button(ui.DynamicItem[ui.Button[Any]], template=r"footnote:.+"):
    """A button whose *custom_id* holds its whole state: the groups of the class's template.

    It works on cards from before a restart. discord.py only logs what a dynamic item raises,
    hence the `reporting` around each press.
    """

    def __init__(self, label: str, custom_id: str) -> None:
        super().__init__(ui.Button(label=label, custom_id=custom_id))
        found = self.template.fullmatch(custom_id)
        self.state = found.groupdict() if found else {}

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button that was pressed; what it is called no longer matters."""
        return cls("…", match.string)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button is for, or apologise."""
        async with reporting(partial(apologise, interaction)):
            await self.press(interaction)

    async def press(self, interaction: Press) -> None:
        """Do what the button is for."""
        raise NotImplementedError


async def tell(interaction: Press, reply: Reply) -> None:
    """Show *reply* to the person behind *interaction* alone."""
    await show(interaction, Sheet(reply), private=True)


async def show(interaction: Press, view: ui.LayoutView, *, private: bool) -> int:
    """Answer *interaction*, or follow up if it is answered; return the id of the message."""
    if interaction.response.is_done():
        message = await interaction.followup.send(view=view, ephemeral=private, wait=True)
        return message.id
    sent = await interaction.response.send_message(view=view, ephemeral=private)
    return sent.message_id or interaction.id


async def apologise(interaction: Press, reference: str) -> None:
    """Tell the person behind *interaction*, privately, that something went wrong."""
    await tell(interaction, apology(reference, speech_for(interaction.locale.value)))
