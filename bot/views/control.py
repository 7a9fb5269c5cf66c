"""Buttons and selects that work for ever: all they know stands in their ``custom_id``."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Self

import discord
from discord import ui

from bot.incidents import reporting
from bot.views.card import Press, apologise


class Control(ui.DynamicItem[Any], template=r"footnote:never"):
    """A button or a select; *state* is what the groups of the class's template hold.

    It works on cards from before a restart. discord.py only logs what a dynamic item raises,
    hence the `reporting` around each use.
    """

    def __init__(self, item: ui.Item[Any]) -> None:
        super().__init__(item)
        found = self.template.fullmatch(self.custom_id)
        self.state: dict[str, str] = found.groupdict() if found else {}

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the control that was used."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the control is for, or apologise."""
        async with reporting(partial(apologise, interaction)):
            await self.use(interaction)

    async def use(self, interaction: Press) -> None:
        """Do what the control is for."""
        raise NotImplementedError
