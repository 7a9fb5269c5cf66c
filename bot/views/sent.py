"""What is kept of a card once it is sent."""

from __future__ import annotations

import discord

from bot.answerer import Answerer
from bot.core.recent import Remembered
from bot.core.record import shown
from bot.core.repeats import Shown
from bot.core.reply import Pointing, Reply, Unasked
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
    if not isinstance(reply.decision, Unasked | Pointing):
        answerer.recent.add(message.id, Remembered(asker_id, reply.decision))
    if not message.flags.ephemeral:
        answerer.repeats.put(message.channel.id, message.id, said(reply))
        await answerer.store.remember(
            CardMessage(
                message_id=message.id,
                channel_id=message.channel.id,
                guild_id=message.guild.id if message.guild else 0,
                asker_id=asker_id,
                question_message_id=question_message_id,
                entry_ids=_about(reply),
                at=message.created_at,
            )
        )


def said(reply: Reply) -> Shown:
    """Return which entries a card shows, and in which language."""
    shows = not isinstance(reply.decision, Pointing)
    return Shown(_about(reply) if shows else (), reply.lang)


def _about(reply: Reply) -> tuple[str, ...]:
    """Return which entries a reply to the card is about: those that it shows or points to."""
    match reply.decision:
        case Unasked():
            return ()
        case Pointing(entry_ids):
            return entry_ids
        case decision:
            return tuple(entry.id for entry in shown(decision))
