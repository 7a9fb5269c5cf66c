"""Selects that work for ever, as buttons do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Self, cast

import discord
from discord import ui

from bot.incidents import reporting
from bot.views.button import Press, apologise


class Menu(ui.DynamicItem[ui.Select[Any]], template=r"footnote:.+"):
    """A select of one out of up to 25 *options*; see `bot.views.button.Button`."""

    @classmethod
    def of(cls, custom_id: str, placeholder: str, options: Sequence[discord.SelectOption]) -> Self:
        """Return the select with what it offers."""
        select = ui.Select[Any]
        return cls(select(custom_id=custom_id, placeholder=placeholder, options=list(options)))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the select in which something was chosen."""
        return cls(cast(ui.Select[Any], item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was chosen, or apologise."""
        async with reporting(partial(apologise, interaction)):
            await self.use(interaction)

    async def use(self, interaction: Press) -> None:
        """Do what the one chosen option is for."""
        await self.choose(interaction, self.item.values[0])

    async def choose(self, interaction: Press, value: str) -> None:
        """Do what was chosen."""
        raise NotImplementedError
