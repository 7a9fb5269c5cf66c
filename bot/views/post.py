"""Posting an answer for all to see, at the word of somebody who may write there themselves."""

from __future__ import annotations

from typing import assert_never, cast

import discord
from discord import ui

from bot.core.noise import place
from bot.core.posting import (
    ANYTHING,
    BROUGHT_ALONG,
    DELETED,
    I_MAY_NOT,
    AsReply,
    AsResponse,
    Refused,
    Standing,
    way_to_post,
)
from bot.core.reply import Reply
from bot.heard import channel_ids
from bot.locale.speech import speech_for
from bot.views.button import Press, pressed
from bot.views.card import Card
from bot.views.markdown import small
from bot.writing import may_write

NO_SUCH_MESSAGE = "message_reference"
"""What Discord's refusal (400) of a reply to a deleted message names."""


async def standing(interaction: Press) -> Standing:
    """Return who may do what where *interaction* happened."""
    if interaction.context.dm_channel:
        return ANYTHING
    if interaction.guild_id is None:
        return BROUGHT_ALONG
    person, bot = interaction.permissions, interaction.app_permissions
    settings = await interaction.client.settings(interaction.guild_id)
    return Standing(
        is_member=interaction.client.get_guild(interaction.guild_id) is not None,
        bot_may_write=may_write(bot, interaction.channel) and bot.read_message_history,
        person_may_write=may_write(person, interaction.channel),
        may_share=person.use_external_apps,
        place=place(settings, channel_ids(interaction.channel)),
    )


async def post(interaction: Press, reply: Reply, message_id: int) -> discord.Message | Refused:
    """Post *reply* under the message and return what was posted, or why nothing was."""
    way = way_to_post(await standing(interaction))
    match way:
        case AsReply():
            return await _reply(interaction, _card(interaction, reply), message_id)
        case AsResponse():
            return await interaction.followup.send(view=_card(interaction, reply), wait=True)
        case Refused():
            return way
        case _:
            assert_never(way)


def _card(interaction: Press, reply: Reply) -> Card:
    """Return the card with the name of whoever is behind it, so that nobody hides."""
    card = Card(reply, interaction.user.id)
    posted_by = speech_for(reply.lang).say("Posted by {member}", member=interaction.user.mention)
    card.add_item(ui.TextDisplay(small(posted_by)))
    return card


async def _reply(interaction: Press, card: Card, message_id: int) -> discord.Message | Refused:
    """Reply once, however often one presses: Discord posts no two messages of one nonce."""
    channel = cast(discord.TextChannel, interaction.channel)
    message = discord.PartialMessage(channel=channel, id=message_id)
    try:
        return await message.reply(view=card, nonce=pressed(interaction).id)
    except discord.Forbidden:
        return I_MAY_NOT
    except discord.HTTPException as error:
        if NO_SUCH_MESSAGE not in error.text:
            raise
        return DELETED


def address(interaction: Press, posted: discord.Message) -> str:
    """Return the link to *posted*; its own ``jump_url`` is wrong where the bot is no member."""
    place = interaction.guild_id or "@me"
    return f"https://discord.com/channels/{place}/{posted.channel.id}/{posted.id}"
