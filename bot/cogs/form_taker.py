"""Forms as they are sent, whichever process showed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

import discord
from discord.ext import commands

from bot.answerer import Answerer
from bot.incidents import reporting
from bot.views.button import apologise

Submission = discord.Interaction[Answerer]


class FormTaker(commands.Cog):
    """Takes each form of one kind that is sent, also one that was opened before a restart.

    *form* is what its ``custom_id`` looks like; what the groups hold is the form's state.
    """

    form: ClassVar[re.Pattern[str]]

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Submission) -> None:
        """Take the form, or apologise."""
        if interaction.type is discord.InteractionType.modal_submit:
            sent: Any = interaction.data
            if found := self.form.fullmatch(sent["custom_id"]):
                async with reporting(partial(apologise, interaction)):
                    await self.take(interaction, found.groupdict(), _filled_in(sent))

    async def take(
        self, interaction: Submission, state: Mapping[str, str], values: Mapping[str, str]
    ) -> None:
        """Do what the form is for; *values* are what it holds, by the name of each field."""
        raise NotImplementedError


def _filled_in(form: Any) -> dict[str, str]:
    fields = (label["component"] for label in form["components"])
    return {field["custom_id"]: field["value"] or "" for field in fields}
