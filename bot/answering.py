"""What to say to a plain message, alone or as a reply to a card."""

from __future__ import annotations

import discord
from discord import ui

from bot import answers
from bot.answerer import Answerer
from bot.core.cited import cited
from bot.core.followup import Cite, Thread, follow
from bot.core.index import Index
from bot.core.model import Base, Entry
from bot.core.notice import how_to_ask, unreadable
from bot.core.reply import Reply
from bot.core.speech import Speech
from bot.core.text import words
from bot.errors import StoreUnavailable
from bot.heard import is_hidden, question
from bot.locale.speech import speech_for
from bot.store import CardMessage, NoCard
from bot.views.feedback import named_by


async def answer(answerer: Answerer, message: discord.Message, speech: Speech) -> Reply:
    """Return the card for *message*; *speech* says what is no answer."""
    index = await answerer.index_in(message.guild.id if message.guild else None)
    text = question(message)
    if not words(text):
        hidden = is_hidden(message)
        return unreadable(speech) if hidden else how_to_ask(index.base, speech)
    if entries := await _replied_to(answerer, message, index.base):
        seen = answerer.repeats.entries(message.channel.id)
        return _followed(index, Thread(entries, text, seen))
    return answers.ask(index, text)


def _followed(index: Index, thread: Thread) -> Reply:
    match follow(index, thread):
        case Cite(entries, lang):
            return cited(entries, index.base, speech_for(lang))
        case decision:
            return answers.card(index.base, decision)


async def _replied_to(
    answerer: Answerer, message: discord.Message, base: Base
) -> tuple[Entry, ...]:
    """Return the entries of the card that *message* replies to, those that are in *base*."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return ()
    ids: tuple[str, ...] = ()
    if isinstance(reference.resolved, discord.Message):
        ids = _shown_on(reference.resolved)
    ids = ids or await _stored(answerer, reference.message_id)
    return tuple(base.by_id[each] for each in ids if each in base.by_id)


def _shown_on(card: discord.Message) -> tuple[str, ...]:
    """Return the ids of the entries on a card, which its buttons name."""
    if not card.flags.components_v2:
        return ()
    items = ui.LayoutView.from_message(card).walk_children()
    buttons = [item for item in items if isinstance(item, ui.Button)]
    return tuple(id_ for button in buttons for id_ in named_by(button.custom_id or ""))


async def _stored(answerer: Answerer, message_id: int) -> tuple[str, ...]:
    """Return the ids of the entries on a card, as far as the store tells."""
    try:
        card = await answerer.store.cards.of_message(message_id)
    except StoreUnavailable:
        return ()
    match card:
        case CardMessage():
            return card.entry_ids
        case NoCard():
            return ()
