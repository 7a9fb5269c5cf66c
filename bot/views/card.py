"""A reply as a card: its texts, and the buttons that lead on from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, assert_never

import discord
from discord import ui

from bot.answerer import Answerer
from bot.answers import open_entry
from bot.core.model import Chat, Decline
from bot.core.notice import gone
from bot.core.record import shown
from bot.core.reply import Choice, Pointing, Reply, Tone, Unasked
from bot.errors import StoreUnavailable
from bot.locale.speech import speech_for
from bot.store import CardMessage
from bot.views.button import Button, Press, is_for_one, pressed, show
from bot.views.dismiss import Dismiss
from bot.views.feedback import Helpful, NotRight
from bot.views.markdown import small
from bot.views.more import More
from bot.views.opener import OPENS, opener
from bot.views.reasons import Why
from bot.views.sending import offer
from bot.views.sent import remember
from bot.views.sheet import Row, Sheet


class Card(Sheet):
    """The card of one reply; *asker_id* is the user whom it answers.

    What an answer is related to is behind "More", so that the card stays calm; where nothing is,
    there is "Dismiss" instead.
    """

    def __init__(self, reply: Reply, asker_id: int) -> None:
        super().__init__(reply, _choices(reply, asker_id), tuple(_row(reply, asker_id)))


async def respond(interaction: Press, reply: Reply, *, private: bool, note: str = "") -> None:
    """Answer *interaction* with a card, *note* under it, as its response or as a follow-up."""
    asker_id = interaction.user.id
    card = Card(reply, asker_id)
    if note:
        card.add_item(ui.TextDisplay(small(note)))
    message = await show(interaction, card, private=private)
    await remember(interaction.client, message, reply, asker_id)


class OpenEntry(Button, template=OPENS):
    """Opens an entry as a card of its own: private in a server, plain in a direct message."""

    async def press(self, interaction: Press) -> None:
        reply = await _entry(interaction, self.state["entry"], self.state["lang"])
        await respond(interaction, reply, private=is_for_one(interaction))


class PickEntry(
    Button,
    template=r"footnote:pick:(?P<entry>[a-z0-9-]+):(?P<lang>[a-z]{2}):(?P<asker>[0-9]{1,20})",
):
    """Turns a suggestion into its answer for the asker; anybody else gets a private answer."""

    @classmethod
    def to(cls, choice: Choice, lang: str, asker_id: int) -> Self:
        """Return the button for *choice*."""
        return cls(choice.label, f"footnote:pick:{choice.entry_id}:{lang}:{asker_id}")

    async def press(self, interaction: Press) -> None:
        reply = await _entry(interaction, self.state["entry"], self.state["lang"])
        asker_id = int(self.state["asker"])
        if interaction.user.id == asker_id and reply.tone is not Tone.CHAT:
            await _replace(interaction, reply, asker_id)
        else:
            await respond(interaction, reply, private=is_for_one(interaction))


BUTTONS = (OpenEntry, PickEntry, Helpful, NotRight, Why, More, Dismiss)
"""The buttons on cards, for the client to add: it then knows those from before its start."""


def _choices(reply: Reply, asker_id: int) -> Row:
    match reply.tone:
        case Tone.SUGGEST:
            return [PickEntry.to(each, reply.lang, asker_id) for each in reply.choices]
        case Tone.ANSWER | Tone.DECLINE | Tone.CHAT:
            return [opener(each, reply.lang) for each in reply.choices]
        case _:
            assert_never(reply.tone)


def _row(reply: Reply, asker_id: int) -> Iterator[ui.Item[Any]]:
    """Yield what can be done about a card; nothing about one that answers no question."""
    match reply.decision:
        case Unasked() | Pointing() | Decline(Chat()):
            return
        case decision:
            speech = speech_for(decision.lang)
    if entries := shown(decision):
        yield Helpful.about(entries, speech)
        yield NotRight.about(entries, speech)
    yield from offer(reply, asker_id)
    yield Why.of(decision, speech)
    if reply.related:
        yield More.about(shown(decision)[0], decision.lang, asker_id)
    else:
        yield Dismiss.here(asker_id, speech)


async def _replace(interaction: Press, reply: Reply, asker_id: int) -> None:
    """Turn the card that was pressed into the card of *reply*."""
    await interaction.response.edit_message(view=Card(reply, asker_id))
    message = pressed(interaction)
    asked_in = await _asked_in(interaction.client, message)
    await remember(interaction.client, message, reply, asker_id, question_message_id=asked_in)


async def _asked_in(client: Answerer, message: discord.Message) -> int:
    """Return the id of the message that a card answers, 0 for a command's.

    Where the bot may not read the history its card refers to no message; the store knows it.
    """
    if message.reference and message.reference.message_id:
        return message.reference.message_id
    try:
        card = await client.store.cards.of_message(message.id)
    except StoreUnavailable:
        return 0
    return card.question_message_id if isinstance(card, CardMessage) else 0


async def _entry(interaction: Press, entry_id: str, lang: str) -> Reply:
    """Return the entry's card, or a line that there is no such entry any more."""
    index = await interaction.client.index_in(interaction.guild_id)
    try:
        return open_entry(index.base, entry_id, lang)
    except KeyError:
        return gone(speech_for(lang))
