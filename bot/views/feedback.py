"""What members say about an answer: that it helped, or what is not right with it."""

from __future__ import annotations

import re
from typing import Any, Self

import discord
from discord import ui

from bot.core.feedback import COMPLAINTS, TEXT_LIMIT, counted
from bot.core.model import Entry
from bot.core.notice import gone, not_stored
from bot.core.readers import Readers
from bot.core.reply import shorten
from bot.core.sending import WORDS_LIMIT
from bot.core.speech import Speech
from bot.errors import StoreUnavailable
from bot.locale.speech import speech_for
from bot.store import Vote
from bot.views.asked import own_question
from bot.views.button import Button, Press, tell
from bot.views.curator import readers_of
from bot.views.form import Form, words

_IDS_LIMIT = 78
_OPTION_LIMIT = 100
_CARD = r"(?P<lang>[a-z]{2}):(?P<entries>[a-z0-9-]+(\.[a-z0-9-]+)*)"
"""A card's language and its entries."""
_HELPFUL = rf"footnote:helpful:{_CARD}"


class Helpful(Button, template=_HELPFUL):
    """Counts that the entries on a card helped the person who pressed."""

    @classmethod
    def about(cls, entries: tuple[Entry, ...], speech: Speech) -> Self:
        """Return the button for the card of *entries*."""
        return cls(speech.say("Helpful"), f"footnote:helpful:{_card(entries, speech)}")

    async def press(self, interaction: Press) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        speech = speech_for(self.state["lang"])
        entries = _known(interaction, self.state["entries"])
        try:
            await vote(interaction, entries, helpful=True)
        except StoreUnavailable:
            await tell(interaction, not_stored(speech))
        else:
            await tell(interaction, counted(speech) if entries else gone(speech))


def named_by(custom_id: str) -> tuple[str, ...]:
    """Return the ids of the entries on a card if *custom_id* is that of its `Helpful`."""
    found = re.fullmatch(_HELPFUL, custom_id)
    return tuple(found["entries"].split(".")) if found else ()


class NotRight(Button, template=rf"footnote:notright:{_CARD}"):
    """Asks what is not right with the entries on a card."""

    @classmethod
    def about(cls, entries: tuple[Entry, ...], speech: Speech) -> Self:
        """Return the button for the card of *entries*."""
        return cls(speech.say("Not right"), f"footnote:notright:{_card(entries, speech)}")

    async def press(self, interaction: Press) -> None:
        speech = speech_for(self.state["lang"])
        if entries := _known(interaction, self.state["entries"]):
            asked, readers = await own_question(interaction), readers_of(interaction)
            form = NotRightForm(entries, asked, readers, speech)
            await interaction.response.send_modal(form)
        else:
            await tell(interaction, gone(speech))


class NotRightForm(Form):
    """Asks for a complaint by choice, and for words if the person wants to add some.

    What they had *asked* stands in it, to be sent along, changed or taken out.
    """

    def __init__(
        self, entries: tuple[Entry, ...], asked: str, readers: Readers, speech: Speech
    ) -> None:
        title = speech.say("What is not right?")
        super().__init__(title, f"footnote:report:{_card(entries, speech)}")
        if len(entries) > 1:
            self.add_item(
                _choice(speech.say("Which answer?"), "entry", _questions(entries, speech))
            )
        complaints = {each.value: speech.say(text) for each, text in COMPLAINTS.items()}
        self.add_item(_choice(speech.say("What is wrong?"), "complaint", complaints))
        if asked:
            self.add_item(_question(asked, speech))
        label, seen = speech.say("In your words, if you like"), speech.say(readers.reads)
        self.add_item(words("text", label, seen, limit=TEXT_LIMIT, must=False))


async def vote(interaction: Press, entries: tuple[Entry, ...], *, helpful: bool) -> None:
    """Store a vote on each of *entries*; raises `StoreUnavailable`."""
    for entry in entries:
        await interaction.client.store.votes.cast(
            Vote(
                user_id=interaction.user.id,
                entry_id=entry.id,
                guild_id=interaction.guild_id or 0,
                helpful=helpful,
                base_version=interaction.client.index.base.version,
                at=interaction.created_at,
            )
        )


def _card(entries: tuple[Entry, ...], speech: Speech) -> str:
    """Return what a button carries of its card: as many *entries* as it can, at least one."""
    ids = entries[0].id
    for entry in entries[1:]:
        if len(ids) + 1 + len(entry.id) <= _IDS_LIMIT:
            ids += f".{entry.id}"
    return f"{speech.lang}:{ids}"


def _known(interaction: Press, ids: str) -> tuple[Entry, ...]:
    """Return the entries of *ids* that are still in the base."""
    by_id = interaction.client.index.base.by_id
    return tuple(by_id[each] for each in ids.split(".") if each in by_id)


def _questions(entries: tuple[Entry, ...], speech: Speech) -> dict[str, str]:
    return {entry.id: entry.wording(speech.lang).question for entry in entries}


def _question(asked: str, speech: Speech) -> ui.Label[Any]:
    label, sent = speech.say("Your question"), speech.say("Sent along, unless you take it out.")
    return words("question", label, sent, limit=WORDS_LIMIT, before=asked, must=False)


def _choice(text: str, custom_id: str, options: dict[str, str]) -> ui.Label[Any]:
    """Return a choice of one among *options*: label by value."""
    offered = [
        discord.RadioGroupOption(label=shorten(label, _OPTION_LIMIT), value=value)
        for value, label in options.items()
    ]
    return ui.Label(text=text, component=ui.RadioGroup(custom_id=custom_id, options=offered))
