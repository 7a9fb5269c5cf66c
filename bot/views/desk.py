"""The curators' desk: the card of what a member sent, and the list of all that is open.

Whoever sees a card may have lost the right to deal with it, so it is checked at each press.
"""

from __future__ import annotations

import discord

from bot.answerer import Answerer
from bot.core import desk
from bot.core.desk import DEEDS, Deed, Tray
from bot.core.model import Base
from bot.core.speech import Speech
from bot.curators import curators_speech, tell_anew
from bot.store import NotOpen, Report
from bot.views.away import telling_if_away
from bot.views.button import (
    Button,
    Press,
    is_private,
    pressed,
    show,
    stands_on,
    tell,
    turns,
)
from bot.views.curator import curates, desk_of
from bot.views.letter import AnyFiled, kind_of, line_of, reply_of, title_of, tray_of
from bot.views.markdown import escape, small
from bot.views.menu import Menu
from bot.views.panel import Panel
from bot.views.sheet import Sheet

PAGE_SIZE = 10
MOST = 1000
"""So many of each kind are listed: nobody reads on to the end of such a list."""

_DEED = rf"footnote:(?P<deed>{'|'.join(Deed)}):(?P<number>[0-9]{{1,19}})"


class DealWith(Button, template=_DEED):
    """A curator has dealt with what a member sent: the member's words are deleted."""

    async def press(self, interaction: Press) -> None:
        if await curates(interaction):
            await interaction.response.defer()
            turn = interaction.client.turns.of(pressed(interaction).id)
            async with telling_if_away(interaction), turn:
                await self._close(interaction)

    async def _close(self, interaction: Press) -> None:
        """Close it, and say so where it was pressed and on the card that all curators see."""
        deed, client = Deed(self.state["deed"]), interaction.client
        closed = await client.store.letters(desk.tray_of(deed)).close(int(self.state["number"]))
        if isinstance(closed, NotOpen):
            await _say_not_open(interaction)
            return
        await _leave(interaction, _done(interaction, deed, closed, await _speech(interaction)))
        if closed.message_id not in (0, pressed(interaction).id):
            guild_id = closed.letter.guild_id
            done = _done(interaction, deed, closed, await curators_speech(client, guild_id))
            await tell_anew(client, guild_id, closed.channel_id, closed.message_id, Panel(done))


class ShowInbox(Button, template=r"footnote:inbox:(?P<page>[0-9]{1,4})"):
    """Shows a page of what is open, in place of a private message or in one of its own."""

    async def press(self, interaction: Press) -> None:
        await open_inbox(interaction, int(self.state["page"]))


class ChooseLetter(Menu, template=r"footnote:letter"):
    """Turns from the list to the card of one thing on it."""

    async def choose(self, interaction: Press, value: str) -> None:
        if not await curates(interaction):
            return
        await interaction.response.defer()
        tray, _, number = value.partition(":")
        async with telling_if_away(interaction):
            letters = interaction.client.store.letters(Tray(tray))
            filed = await letters.get(desk_of(interaction), int(number))
            speech = await interaction.client.speech(interaction)
            if isinstance(filed, NotOpen):
                await tell(interaction, desk.not_open(speech))
                return
            card = await letter_card(filed, interaction.client, speech)
            await interaction.edit_original_response(view=card)


ITEMS = (DealWith, ShowInbox, ChooseLetter)
"""For the client to add: it then knows those from before its start."""


async def letter_card(filed: AnyFiled, answerer: Answerer, speech: Speech) -> Sheet:
    """Return the curators' card for *filed*; raises `StoreUnavailable`."""
    deeds = [
        DealWith(speech.say(label), f"footnote:{deed}:{filed.id}")
        for deed, label in DEEDS[tray_of(filed.letter)].items()
    ]
    reply = await reply_of(filed.letter, answerer, speech)
    return Sheet(reply, row=(*deeds, _to_inbox(speech)))


async def open_inbox(interaction: Press, page: int = 0) -> None:
    """Show a curator a page of what is open."""
    if not await curates(interaction):
        return
    await interaction.response.defer(ephemeral=True)
    async with telling_if_away(interaction):
        view = await _inbox(interaction, page)
        if interaction.message and is_private(interaction):
            await interaction.edit_original_response(view=view)
        else:
            await show(interaction, view, private=True)


async def _inbox(interaction: Press, page: int) -> Panel:
    """Return a page of the list, oldest first; pages count from 0."""
    speech, base = await interaction.client.speech(interaction), interaction.client.index.base
    letters = await _open(interaction)
    if not letters:
        return Panel([speech.say("Everything has been dealt with.")])
    last = (len(letters) - 1) // PAGE_SIZE
    page = min(page, last)
    shown = letters[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    options = [_option(filed, base, speech) for filed in shown]
    menu = ChooseLetter.of("footnote:letter", speech.say("Choose one"), options)
    ends = (f"footnote:inbox:{max(page - 1, 0)}", f"footnote:inbox:{min(page + 1, last)}")
    texts = [
        "### " + speech.say("Still open: {number}", number=len(letters)),
        "\n".join(line_of(filed, base, speech) for filed in shown),
    ]
    return Panel(texts, [[menu], turns(ShowInbox, ends, page, last, speech)])


async def _open(interaction: Press) -> list[AnyFiled]:
    """Return all that is open and was sent from here, oldest first."""
    store, desk_id = interaction.client.store, desk_of(interaction)
    letters: list[AnyFiled] = [
        *await store.questions.open_in(desk_id, MOST),
        *await store.reports.open_in(desk_id, MOST),
    ]
    return sorted(letters, key=lambda filed: filed.letter.at)


def _option(filed: AnyFiled, base: Base, speech: Speech) -> discord.SelectOption:
    return discord.SelectOption(
        label=title_of(filed.letter, base, speech),
        value=f"{tray_of(filed.letter)}:{filed.id}",
        description=kind_of(filed.letter, speech),
    )


def _to_inbox(speech: Speech) -> ShowInbox:
    return ShowInbox(speech.say("All that is open"), "footnote:inbox:0")


async def _speech(interaction: Press) -> Speech:
    """Return how to speak on the message that was pressed: to one curator, or to all."""
    if is_private(interaction):
        return await interaction.client.speech(interaction)
    return await curators_speech(interaction.client, interaction.guild_id or 0)


def _done(interaction: Press, deed: Deed, closed: AnyFiled, speech: Speech) -> list[str]:
    """Return what is left of the card for *closed*: who has dealt with it, and when."""
    base, question = interaction.client.index.base, ""
    if isinstance(closed.letter, Report):
        question = desk.question_of(closed.letter.entry_id, base, speech)
    line = desk.dealt_with(deed, interaction.user.display_name, question, speech)
    return [escape(line), small(f"<t:{int(interaction.created_at.timestamp())}:f>")]


async def _leave(interaction: Press, texts: list[str]) -> None:
    """Put *texts* in place of what was pressed; a private message leads back to the list."""
    row = [_to_inbox(await _speech(interaction))] if is_private(interaction) else []
    await interaction.edit_original_response(view=Panel(texts, [row]))


async def _say_not_open(interaction: Press) -> None:
    """Say so on the card, unless it says already who has dealt with it."""
    line = desk.not_open(await _speech(interaction))
    if stands_on(await interaction.original_response(), _DEED):
        await _leave(interaction, [line.body])
    else:
        await tell(interaction, line)
