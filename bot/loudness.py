"""How loudly a command is answered: for all to see, or for who asked alone."""

from __future__ import annotations

from typing import assert_never

import discord

from bot.answerer import Answerer
from bot.core.noise import (
    ENOUGH,
    IN_DOUBT,
    ON_TRIAL,
    Aloud,
    Answerable,
    Loudness,
    Place,
    place,
)
from bot.core.repeats import Stands
from bot.core.reply import Reply
from bot.core.server import ServerSettings
from bot.heard import channel_ids
from bot.views.sent import said


def loudness(
    interaction: discord.Interaction[Answerer], reply: Reply, settings: ServerSettings
) -> Loudness:
    """Return whether *reply* would add to the noise of a server; if not, the cooldowns run."""
    if interaction.guild_id is None:
        return Aloud()
    where = place(settings, channel_ids(interaction.channel))
    match where:
        case Place.SHADOWED:
            return ON_TRIAL
        case Place.UNKNOWN:
            return IN_DOUBT
        case Place.OPEN | Place.CLOSED:
            above = _stands_above(interaction, reply, settings)
            return ENOUGH if above or not _has_turn(interaction, settings) else Aloud()
        case _:
            assert_never(where)


def _stands_above(
    interaction: discord.Interaction[Answerer], reply: Reply, settings: ServerSettings
) -> bool:
    found = interaction.client.repeats.find(
        interaction.channel_id or 0,
        said(reply),
        before=interaction.id,
        within=settings.repeat_within,
    )
    return isinstance(found, Stands)


def _has_turn(interaction: discord.Interaction[Answerer], settings: ServerSettings) -> bool:
    turn = interaction.client.cooldowns.ask(
        interaction.guild_id or 0,
        interaction.channel_id or 0,
        interaction.user.id,
        interaction.created_at.timestamp(),
        settings,
    )
    return isinstance(turn, Answerable)
