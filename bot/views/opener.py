"""The button that opens an entry, as anything may show it; `bot.views.card` knows what it does."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.core.reply import Choice

OPENS = r"footnote:open:(?P<entry>[a-z0-9-]+):(?P<lang>[a-z]{2})"
"""Its ``custom_id``, as a regular expression."""


def opener(choice: Choice, lang: str) -> ui.Button[Any]:
    """Return the button that opens *choice* in *lang* as a card of its own."""
    return ui.Button(label=choice.label, custom_id=f"footnote:open:{choice.entry_id}:{lang}")
