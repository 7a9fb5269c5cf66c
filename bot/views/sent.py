"""What is kept of a card once it is sent."""

from __future__ import annotations

import discord

from bot.answerer import Answerer
from bot.core.recent import Remembered
from bot.core.record import shown
from bot.core.reply import Reply, Unasked
from bot.store import CardMessage


async def remember(
    answerer: Answerer,
    message: discord.Message,
    reply: Reply,
    asker_id: int,
    *,
    question_message_id: int = 0,
) -> None:
    """Keep the reasons of *reply* in memory and, unless it is private, what it answers in store.

    *question_message_id* is 0 for an answer to a command.
    """
    entry_ids: tuple[str, ...] = ()
    if not isinstance(reply.decision, Unasked):
        entry_ids = tuple(entry.id for entry in shown(reply.decision))
        answerer.recent.add(message.id, Remembered(asker_id, reply.decision))
    if not message.flags.ephemeral:
        await answerer.store.remember(
            CardMessage(
                message_id=message.id,
                channel_id=message.channel.id,
                guild_id=message.guild.id if message.guild else 0,
                asker_id=asker_id,
                question_message_id=question_message_id,
                entry_ids=entry_ids,
                at=message.created_at,
            )
        )
