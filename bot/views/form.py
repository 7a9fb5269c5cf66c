"""Forms that are taken whichever process showed them."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui


class Form(ui.Modal):
    """A form whose *custom_id* holds its state, as that of a `Button` does.

    discord.py knows an open form only until a restart, so it is not told of this one: a
    `FormTaker` takes every form that is sent.
    """

    def __init__(self, title: str, custom_id: str) -> None:
        super().__init__(title=title, custom_id=custom_id)
        self.stop()


def words(
    custom_id: str,
    label: str,
    description: str,
    *,
    limit: int,
    before: str = "",
    must: bool = True,
) -> ui.Label[Any]:
    """Return a field for some lines of text; *before* stands in it already."""
    field = ui.TextInput[Any](
        custom_id=custom_id,
        style=discord.TextStyle.paragraph,
        default=before,
        required=must,
        max_length=limit,
    )
    return ui.Label(text=label, description=description, component=field)
