"""A reply as a card of components, and the buttons on it.

A button keeps all of its state in its ``custom_id``, so cards from before a restart still work.
discord.py only logs an error from a dynamic item, hence the `reporting` around each press.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Self, cast

import discord
from discord import ui

from bot.answerer import Answerer
from bot.core.notice import apology, gone
from bot.core.reply import Choice, Footnote, Passage, Reply, Tone
from bot.incidents import reporting
from bot.locale.speech import speech_for
from bot.views.markdown import escape, link, small

NOTES_END = 3900
"""Of the 4,000 characters that Discord allows, the rest is for the line above the buttons."""

COLOURS = {
    Tone.ANSWER: discord.Colour(0x3E7CB1),
    Tone.SUGGEST: discord.Colour(0xD9A441),
    Tone.DECLINE: discord.Colour(0x8A8F98),
    Tone.CHAT: None,
}

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Press = discord.Interaction[Answerer]


class Card(ui.LayoutView):
    """The card of one reply; *asker_id* is the user whom it answers."""

    def __init__(self, reply: Reply, asker_id: int) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Self] = ui.Container(accent_colour=COLOURS[reply.tone])
        texts = [text for passage in reply.passages for text in _texts(passage)]
        for passage in reply.passages:
            if passage is not reply.passages[0]:
                container.add_item(ui.Separator(visible=False))
            for text in _texts(passage):
                container.add_item(ui.TextDisplay(text))
        if reply.footnotes:
            container.add_item(ui.Separator())
            room = NOTES_END - sum(map(len, texts))
            container.add_item(ui.TextDisplay(_notes(reply.footnotes, room)))
        if reply.prompt:
            container.add_item(ui.Separator(visible=False))
            container.add_item(ui.TextDisplay(small(escape(reply.prompt))))
        for choice in reply.choices:
            container.add_item(ui.ActionRow(_item(choice, reply, asker_id)))
        self.add_item(container)


async def respond(interaction: Press, reply: Reply, *, private: bool) -> None:
    """Answer *interaction* with a card, as its response or, if it has one, as a follow-up."""
    card = Card(reply, interaction.user.id)
    if interaction.response.is_done():
        await interaction.followup.send(view=card, ephemeral=private)
    else:
        await interaction.response.send_message(view=card, ephemeral=private)


async def apologise(interaction: Press, reference: str) -> None:
    """Tell the person behind *interaction*, privately, that something went wrong."""
    speech = speech_for(interaction.locale.value)
    await respond(interaction, apology(reference, speech), private=True)


class OpenEntry(
    ui.DynamicItem[ui.Button[Any]],
    template=r"footnote:open:(?P<entry>[a-z0-9-]+):(?P<lang>[a-z]{2})",
):
    """Opens an entry as a card of its own: private in a server, plain in a direct message."""

    def __init__(self, button: ui.Button[Any], entry_id: str, lang: str) -> None:
        super().__init__(button)
        self.entry_id, self.lang = entry_id, lang

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast(ui.Button[Any], item), match["entry"], match["lang"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with reporting(partial(apologise, interaction)):
            reply = await _entry(interaction, self.entry_id, self.lang)
            await respond(interaction, reply, private=_private(interaction))


class PickEntry(
    ui.DynamicItem[ui.Button[Any]],
    template=r"footnote:pick:(?P<entry>[a-z0-9-]+):(?P<lang>[a-z]{2}):(?P<asker>[0-9]{1,20})",
):
    """Turns a suggestion into its answer for the asker; anybody else gets a private answer."""

    def __init__(self, button: ui.Button[Any], entry_id: str, lang: str, asker_id: int) -> None:
        super().__init__(button)
        self.entry_id, self.lang, self.asker_id = entry_id, lang, asker_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast(ui.Button[Any], item), match["entry"], match["lang"], int(match["asker"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with reporting(partial(apologise, interaction)):
            reply = await _entry(interaction, self.entry_id, self.lang)
            if interaction.user.id == self.asker_id and reply.tone is not Tone.CHAT:
                await interaction.response.edit_message(view=Card(reply, self.asker_id))
            else:
                await respond(interaction, reply, private=_private(interaction))


BUTTONS = (OpenEntry, PickEntry)


def _texts(passage: Passage) -> list[str]:
    """Whose voice it is in small print, the question as a heading, the answer."""
    texts = []
    if passage.lead:
        texts.append(small(escape(passage.lead)))
    if passage.heading:
        texts.append(f"### {escape(passage.heading)}")
    if passage.body:
        marks = [str(number).translate(_SUPERSCRIPT) for number in passage.notes]
        texts.append(" ".join([escape(passage.body), *marks]))
    return texts


def _notes(footnotes: tuple[Footnote, ...], room: int) -> str:
    """Notes under the name of their source, as many as fit into *room* characters."""
    lines, source = "", ""
    for note in footnotes:
        line = "" if note.source == source else small(escape(note.source)) + "\n"
        section = f" · {escape(note.section)}" if note.section else ""
        line += small(f"{note.number}\u2002{link(note.place, note.url)}{section}") + "\n"
        if len(lines) + len(line) > room:
            break
        lines, source = lines + line, note.source
    return lines.rstrip()


def _item(choice: Choice, reply: Reply, asker_id: int) -> OpenEntry | PickEntry:
    entry_id, lang = choice.entry_id, reply.lang
    if reply.tone is Tone.SUGGEST:
        button = _button(choice.label, f"footnote:pick:{entry_id}:{lang}:{asker_id}")
        return PickEntry(button, entry_id, lang, asker_id)
    return OpenEntry(_button(choice.label, f"footnote:open:{entry_id}:{lang}"), entry_id, lang)


def _button(label: str, custom_id: str) -> ui.Button[Any]:
    return ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.secondary)


async def _entry(interaction: Press, entry_id: str, lang: str) -> Reply:
    """Return the entry's card, or a line that there is no such entry any more."""
    try:
        return interaction.client.open(entry_id, lang)
    except KeyError:
        return gone(await interaction.client.speech(interaction))


def _private(interaction: Press) -> bool:
    """Among others, and under a private card, only the person who pressed sees the answer."""
    message = interaction.message
    alone = interaction.context.dm_channel
    return not alone or (message is not None and message.flags.ephemeral)
