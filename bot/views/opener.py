"""Buttons that open something, for anything to show; what they do is told where they are taken."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.core.reply import Choice
from bot.core.speech import Speech

OPENS = r"footnote:open:(?P<entry>[a-z0-9-]+):(?P<lang>[a-z]{2})"
"""The ``custom_id`` of an `opener`, as a regular expression."""
OPENS_CONTENTS = r"footnote:browse"


def opener(choice: Choice, lang: str) -> ui.Button[Any]:
    """Return the button that opens *choice* in *lang* as a card of its own."""
    return ui.Button(label=choice.label, custom_id=f"footnote:open:{choice.entry_id}:{lang}")


def contents_opener(speech: Speech) -> ui.Button[Any]:
    """Return the button that opens the table of contents."""
    return ui.Button(label=speech.say("Browse the questions"), custom_id=OPENS_CONTENTS)
