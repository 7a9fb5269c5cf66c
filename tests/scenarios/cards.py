"""Reading a card as a person would: its texts and its buttons, wherever they are nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord
from simcord import ChannelHandle, InteractionResult, ResponseMessage

SELECTS = (3, 6, 8)
"""Of options, roles and channels, as Discord numbers components."""

Shown = discord.Message | ResponseMessage | InteractionResult


def text(message: Shown) -> str:
    """Return all text of a card, in order, as Markdown."""
    return "\n".join(item["content"] for item in _items(message) if item["type"] == 10)


def buttons(message: Shown) -> list[str]:
    """Return the labels of the buttons, in order."""
    return [item["label"] for item in _items(message) if item["type"] == 2]


def options(message: Shown) -> dict[str, tuple[str, str]]:
    """Return what the selects offer, in order: the label, and by it custom_id and value."""
    return {
        option["label"]: (item["custom_id"], option["value"])
        for item in _items(message)
        if item["type"] == 3
        for option in item["options"]
    }


def told(result: InteractionResult) -> str:
    """Return what a press that took a moment was answered with at last."""
    return text(result.followups[-1] if result.followups else result)


def seen(result: InteractionResult) -> ResponseMessage:
    """Return the private message that a command was answered with, as it is now."""
    message = result.followups[0] if result.followups else result.response
    assert message is not None, "the bot did not respond"
    return message


def links(message: Shown) -> dict[str, str]:
    """Return the masked links: label and address, in order."""
    return dict(re.findall(r"\[([^\]]+)\]\(([^)\s]+)\)", text(message)))


def chosen(message: Shown) -> dict[str, list[str]]:
    """Return what is chosen in the selects by custom_id: keys, or ids of channels and roles."""
    return {
        item["custom_id"]: [
            *(option["value"] for option in item.get("options", ()) if option.get("default")),
            *(str(default["id"]) for default in item.get("default_values", ())),
        ]
        for item in _items(message)
        if item["type"] in SELECTS
    }


def replies(channel: ChannelHandle) -> list[discord.Message]:
    """Return what bots said in *channel* for all to see, oldest first."""
    said = (message for message in channel.history() if message.author.bot)
    return [message for message in said if not message.flags.ephemeral]


def _items(message: Shown) -> Iterator[dict[str, Any]]:
    if isinstance(message, InteractionResult):
        assert message.response is not None, "the bot did not respond"
        message = message.response
    components = message.components
    payload = [c if isinstance(c, dict) else c.to_dict() for c in components]
    yield from _walk(payload)


def _walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", []))
