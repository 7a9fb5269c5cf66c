"""An answer that one person sees first, then posts as a reply to a message, or discards."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import discord
from discord import ui

from bot.answerer import Answerer
from bot.answers import card
from bot.core.model import Decision
from bot.core.notice import gone
from bot.core.posting import Refused, Way, chosen, way_to_post
from bot.core.recent import Remembered
from bot.core.record import shown
from bot.core.reply import Choice, Reply
from bot.core.speech import Speech
from bot.views.button import Button, Press, pressed, show, stands_on, tell
from bot.views.markdown import link, small
from bot.views.panel import Panel
from bot.views.post import address, post, standing
from bot.views.sent import remember
from bot.views.sheet import Sheet

CUSTOM_ID_LIMIT = 100

_POST = r"footnote:post:(?P<message>[0-9]{1,20}):(?P<lang>[a-z]{2}):(?P<entries>[a-z0-9+-]+)"


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be said to the message of that id."""

    decision: Decision
    message_id: int

    @property
    def entry_ids(self) -> tuple[str, ...]:
        """The entries that would be posted; none if nothing was found, or several are near."""
        return tuple(entry.id for entry in shown(self.decision))

    @property
    def custom_id(self) -> str:
        """All that the button to post it has to know."""
        entries = "+".join(self.entry_ids)
        return f"footnote:post:{self.message_id}:{self.decision.lang}:{entries}"


def fitting(draft: Draft, answerer: Answerer) -> Draft:
    """Return *draft* with as many entries as a button can hold: one at least, mostly all."""
    while len(draft.custom_id) > CUSTOM_ID_LIMIT:
        fewer = chosen(answerer.index.base, draft.entry_ids[:-1], draft.decision.lang)
        draft = Draft(fewer, draft.message_id)
    return draft


async def send_preview(interaction: Press, draft: Draft) -> None:
    """Show *draft* to the person behind *interaction* alone."""
    draft = fitting(draft, interaction.client)
    message = await show(interaction, await _preview(interaction, draft), private=True)
    interaction.client.recent.add(message.id, Remembered(interaction.user.id, draft.decision))


async def _preview(interaction: Press, draft: Draft) -> Sheet:
    speech = await interaction.client.speech(interaction)
    index = await interaction.client.index_in(interaction.guild_id)
    reply = card(index.base, draft.decision)
    return preview(reply, draft, way_to_post(await standing(interaction)), speech)


def preview(reply: Reply, draft: Draft, way: Way, speech: Speech) -> Sheet:
    """Return *reply*, made of *draft*, with what can be done about it, not what leads on."""
    offered = () if draft.entry_ids else reply.choices
    choices = [TurnPreview.to(choice, draft) for choice in offered]
    sheet = Sheet(reply, choices, list(_actions(draft, way, speech)))
    if draft.entry_ids and isinstance(way, Refused):
        sheet.add_item(ui.TextDisplay(small(speech.say(way.why))))
    return sheet


def _actions(draft: Draft, way: Way, speech: Speech) -> Iterator[Button]:
    if draft.entry_ids and not isinstance(way, Refused):
        button = PostPreview(speech.say("Post as reply"), draft.custom_id)
        button.item.style = discord.ButtonStyle.primary
        yield button
    yield DiscardPreview(speech.say("Discard"), "footnote:discard")


class TurnPreview(
    Button,
    template=r"footnote:turn:(?P<message>[0-9]{1,20}):(?P<lang>[a-z]{2}):(?P<entry>[a-z0-9-]+)",
):
    """Turns the preview of a suggestion into the preview of its answer."""

    @classmethod
    def to(cls, choice: Choice, draft: Draft) -> Self:
        """Return the button for *choice*."""
        lang = draft.decision.lang
        return cls(choice.label, f"footnote:turn:{draft.message_id}:{lang}:{choice.entry_id}")

    async def press(self, interaction: Press) -> None:
        match await _draft(interaction, (self.state["entry"],), self.state):
            case Draft() as draft:
                await interaction.response.edit_message(view=await _preview(interaction, draft))
            case Gone():
                await _tell_gone(interaction)


class PostPreview(Button, template=_POST):
    """Posts the answer for all to see, once, where who presses may write themselves."""

    async def press(self, interaction: Press) -> None:
        match await _draft(interaction, tuple(self.state["entries"].split("+")), self.state):
            case Draft() as draft:
                await interaction.response.defer()
                async with _turn(interaction):
                    if await _is_to_be_posted(interaction):
                        await _post(interaction, draft)
            case Gone():
                await _tell_gone(interaction)


class DiscardPreview(Button, template=r"footnote:discard"):
    """Takes the preview away."""

    async def press(self, interaction: Press) -> None:
        await interaction.response.defer()
        async with _turn(interaction):
            await interaction.delete_original_response()


ITEMS = (TurnPreview, PostPreview, DiscardPreview)
"""For the client to add: it then knows those from before its start."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An entry of the draft has left the base since."""


async def _draft(
    interaction: Press, entry_ids: tuple[str, ...], state: dict[str, str]
) -> Draft | Gone:
    """Return the draft of a preview, with its reasons if they are still remembered."""
    message_id = int(state["message"])
    index = await interaction.client.index_in(interaction.guild_id)
    try:
        draft = Draft(chosen(index.base, entry_ids, state["lang"]), message_id)
    except KeyError:
        return Gone()
    match interaction.client.recent.of(pressed(interaction).id):
        case Remembered(_, decision) if Draft(decision, message_id).entry_ids == entry_ids:
            return Draft(decision, message_id)
        case _:
            return draft


def _turn(interaction: Press) -> asyncio.Lock:
    """Return what keeps apart the presses on one preview."""
    return interaction.client.turns.of(pressed(interaction).id)


async def _is_to_be_posted(interaction: Press) -> bool:
    """Tell whether the preview stands as it was: an earlier press may have dealt with it."""
    try:
        return stands_on(await interaction.original_response(), _POST)
    except discord.NotFound:
        return False


async def _tell_gone(interaction: Press) -> None:
    await tell(interaction, gone(await interaction.client.speech(interaction)))


async def _post(interaction: Press, draft: Draft) -> None:
    """Post *draft*, and say in place of its preview where it stands, or why it does not.

    The card belongs to who posted it: who is answered asked the bot for nothing.
    """
    client, person = interaction.client, interaction.user
    speech = await client.speech(interaction)
    reply = card((await client.index_in(interaction.guild_id)).base, draft.decision)
    match await post(interaction, reply, draft.message_id):
        case Refused() as refusal:
            view: ui.LayoutView = preview(reply, draft, refusal, speech)
            await interaction.edit_original_response(view=view)
        case discord.Message() as posted:
            line = link(speech.say("Posted as a reply"), address(interaction, posted))
            await interaction.edit_original_response(view=Panel([line]))
            await remember(client, posted, reply, person.id)
