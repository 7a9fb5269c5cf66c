"""What the bot says last on the demo's server: what this is, and what to try first."""

from __future__ import annotations

from typing import cast

import discord

from bot.core.model import Base
from bot.core.speech import ENGLISH
from bot.demo.server import NAME, Server
from bot.views.help import with_examples
from bot.views.panel import Panel
from bot.views.sources import titles


async def welcome(server: Server, base: Base) -> None:
    """Send the card that is in sight when the page opens."""
    channel = server.client.get_channel(server.ask.id)
    await cast(discord.TextChannel, channel).send(view=_card(server, base))


def _card(server: Server, base: Base) -> Panel:
    command = server.client.mention_of
    texts = [
        f"### Try {NAME} here",
        f"I answer questions about {titles(base)}. Each answer has a footnote to its passage; "
        "where there is none, I say so.",
        f"Type {command('ask')}, or @{NAME} and a question in your own words.",
        "Above, under “Viewing as”, be Sam, who moderates (/settings, /inbox), or 지민 or さくら, "
        "who use Discord in Korean and Japanese.",
    ]
    return with_examples(texts, base, ENGLISH)
