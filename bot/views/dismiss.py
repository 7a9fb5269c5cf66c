"""The button that takes a card away."""

from __future__ import annotations

from contextlib import suppress
from typing import Self

import discord

from bot.core.more import go_on, not_here, not_yours
from bot.core.speech import Speech
from bot.errors import StoreUnavailable
from bot.locale.speech import speech_for
from bot.views.button import Button, Press, pressed, tell
from bot.views.opener import contents_opener
from bot.views.panel import Panel
from bot.views.sheet import Sheet


class Dismiss(
    Button,
    template=r"footnote:dismiss:(?P<lang>[a-z]{2}):(?P<asker>[0-9]{1,20})(:(?P<message>[0-9]{1,20}))?",
):
    """Deletes a card of the bot for its asker, and for those who may manage messages."""

    @classmethod
    def here(cls, asker_id: int, speech: Speech) -> Self:
        """Return the button that deletes the card on which it stands, which answers *asker_id*."""
        return cls(speech.say("Dismiss"), f"footnote:dismiss:{speech.lang}:{asker_id}")

    @classmethod
    def of(cls, message_id: int, asker_id: int, speech: Speech) -> Self:
        """Return the button that deletes the card *message_id*, which answers *asker_id*."""
        custom_id = f"footnote:dismiss:{speech.lang}:{asker_id}:{message_id}"
        return cls(speech.say("Dismiss the answer"), custom_id)

    async def press(self, interaction: Press) -> None:
        speech = speech_for(self.state["lang"])
        if not may_dismiss(interaction, int(self.state["asker"])):
            await tell(interaction, not_yours(speech))
            return
        await interaction.response.defer()
        if message_id := self.state["message"]:
            await _dismiss(interaction, int(message_id), speech)
        else:
            with suppress(discord.NotFound):
                await interaction.delete_original_response()
            await _forget(interaction, pressed(interaction).id)


async def _dismiss(interaction: Press, message_id: int, speech: Speech) -> None:
    """Delete another message, if it is still there, and say so in place of the one pressed."""
    if not _can_dismiss(interaction):
        await interaction.edit_original_response(view=Sheet(not_here(speech)))
        return
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    with suppress(discord.NotFound):
        await channel.get_partial_message(message_id).delete()
    await _forget(interaction, message_id)
    command = interaction.client.mention_of
    texts = [speech.say("The answer is gone."), go_on(command("ask"), command("topics"), speech)]
    panel = Panel(["\n".join(texts)], [[contents_opener(speech)]])
    await interaction.edit_original_response(view=panel)


async def _forget(interaction: Press, message_id: int) -> None:
    with suppress(StoreUnavailable):  # what is left of it is purged in time
        await interaction.client.store.cards.forget(message_id)


def may_dismiss(interaction: Press, asker_id: int) -> bool:
    """Tell whether the person who pressed may take away a card that answers *asker_id*."""
    return interaction.user.id == asker_id or interaction.permissions.manage_messages


def _can_dismiss(interaction: Press) -> bool:
    """Look before deleting: a request that Discord refuses counts towards a ban."""
    if interaction.guild_id is None:
        return interaction.context.dm_channel is True
    is_member = interaction.client.get_guild(interaction.guild_id) is not None
    return is_member and interaction.app_permissions.view_channel
