"""Buttons that work for ever, and how the person who pressed one is told something."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Self, cast

import discord
from discord import ui

from bot.answerer import Answerer
from bot.core.notice import apology
from bot.core.reply import Reply
from bot.core.speech import Speech
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
        self.state = cast(re.Match[str], self.template.fullmatch(custom_id)).groupdict()

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


def turns(
    kind: type[Button], ends: tuple[str, str], page: int, last: int, speech: Speech
) -> list[Button]:
    """Return buttons to the pages before and after *page*, by the ids that *ends* name.

    There are none where there is a single page. At an end a button is off, so that the other
    stays where it is while one turns on.
    """
    before, after = kind(speech.say("Previous"), ends[0]), kind(speech.say("Next"), ends[1])
    before.item.disabled, after.item.disabled = page == 0, page == last
    return [before, after] if last else []


async def tell(interaction: Press, reply: Reply) -> None:
    """Show *reply* to the person behind *interaction* alone."""
    await show(interaction, Sheet(reply), private=True)


async def show(interaction: Press, view: ui.LayoutView, *, private: bool) -> discord.Message:
    """Answer *interaction*, or follow up if it is answered; return the message."""
    if interaction.response.is_done():
        return await interaction.followup.send(view=view, ephemeral=private, wait=True)
    sent = await interaction.response.send_message(view=view, ephemeral=private)
    return cast(discord.InteractionMessage, sent.resource)


def pressed(interaction: Press) -> discord.Message:
    """Return the message that a button was pressed on; every press has one."""
    return cast(discord.Message, interaction.message)


def is_private(interaction: Press) -> bool:
    """Tell whether only the person who pressed sees the message that was pressed."""
    return pressed(interaction).flags.ephemeral


def stands_on(message: discord.Message, template: str) -> bool:
    """Tell whether a button whose ``custom_id`` matches *template* is still on *message*."""
    items = ui.LayoutView.from_message(message).walk_children()
    ids = (item.custom_id or "" for item in items if isinstance(item, ui.Button))
    return any(re.fullmatch(template, custom_id) for custom_id in ids)


def is_for_one(interaction: Press) -> bool:
    """Tell whether what a press opens is for the person alone: among others, or under the same."""
    return not interaction.context.dm_channel or is_private(interaction)


async def apologise(interaction: Press, reference: str) -> None:
    """Tell the person behind *interaction*, privately, that something went wrong."""
    await tell(interaction, apology(reference, speech_for(interaction.locale.value)))
