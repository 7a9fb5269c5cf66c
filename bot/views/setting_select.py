"""The select by which a setting is changed, showing what is set."""

from __future__ import annotations

from typing import Any, assert_never, cast

import discord
from discord import ChannelType, SelectDefaultValue, ui

from bot.core.reply import shorten
from bot.core.server import Value
from bot.core.setting import AnyOf, Channel, Channels, OneOf, Option, Role, Setting
from bot.core.speech import Speech

MOST_CHANNELS = 25
LABEL_LIMIT = 100
READ_IN = [ChannelType.text, ChannelType.news, ChannelType.voice, ChannelType.forum]
WRITTEN_IN = [ChannelType.text, ChannelType.news]


def select_of(
    setting: Setting, value: Value, guild: discord.Guild, speech: Speech
) -> ui.Item[Any]:
    """Return the select with *value* chosen. Channels and roles that were deleted are left out."""
    custom_id = f"footnote:set:{setting.field}"
    none = speech.say("none")
    match setting.choice:
        case Channels():
            ids = cast(tuple[int, ...], value)
            return _channels(custom_id, READ_IN, _existing(guild, ids), MOST_CHANNELS, none)
        case Channel():
            ids = (cast(int, value),)
            return _channels(custom_id, WRITTEN_IN, _existing(guild, ids), 1, none)
        case Role():
            role = guild.get_role(cast(int, value))
            chosen = [SelectDefaultValue.from_role(role)] if role else []
            return ui.RoleSelect(
                custom_id=custom_id, placeholder=none, min_values=0, default_values=chosen
            )
        case OneOf(options):
            shown = [_option(each, chosen=each.value == value, speech=speech) for each in options]
            return ui.Select(custom_id=custom_id, options=shown)
        case AnyOf(options):
            keys = cast(tuple[str, ...], value)
            return _several(custom_id, options, keys, speech)
        case _:
            assert_never(setting.choice)


def _option(option: Option, *, chosen: bool, speech: Speech) -> discord.SelectOption:
    label = shorten(option.label(speech), LABEL_LIMIT)
    return discord.SelectOption(label=label, value=option.key, default=chosen)


def _several(
    custom_id: str, options: tuple[Option, ...], keys: tuple[str, ...], speech: Speech
) -> ui.Select[Any]:
    return ui.Select(
        custom_id=custom_id,
        options=[_option(each, chosen=each.key in keys, speech=speech) for each in options],
        placeholder=speech.say("All of them"),
        min_values=0,
        max_values=len(options),
    )


def _channels(
    custom_id: str,
    types: list[ChannelType],
    chosen: list[SelectDefaultValue],
    most: int,
    placeholder: str,
) -> ui.ChannelSelect[Any]:
    return ui.ChannelSelect(
        custom_id=custom_id,
        channel_types=types,
        placeholder=placeholder,
        min_values=0,
        max_values=most,
        default_values=chosen,
    )


def _existing(guild: discord.Guild, ids: tuple[int, ...]) -> list[SelectDefaultValue]:
    channels = [channel for id_ in ids if (channel := guild.get_channel(id_))]
    return [SelectDefaultValue.from_channel(channel) for channel in channels]
