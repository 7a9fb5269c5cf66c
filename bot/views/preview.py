"""An answer that one person sees first, then posts as a reply to a message, or discards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import discord
from discord import ui

from bot.answerer import Answerer
from bot.core.notice import gone
from bot.core.posting import Refused, Way, way_to_post
from bot.core.reply import Choice, Reply
from bot.core.speech import Speech
from bot.views.card import Card, Press, respond
from bot.views.control import Control
from bot.views.markdown import link, small
from bot.views.post import address, post, remember, standing

CUSTOM_ID_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """What is previewed: a reply, the entries that would be posted (if any), and to what.

    *lang* is the language of the question, which is not always that of the reply.
    """

    reply: Reply
    entry_ids: tuple[str, ...]
    lang: str
    message_id: int


def drafted(answerer: Answerer, entry_ids: tuple[str, ...], lang: str, message_id: int) -> Draft:
    """Return the draft that shows *entry_ids*; `KeyError` if the base lacks one of them.

    A button remembers them in its ``custom_id``, so those that do not fit are left out: never
    the first, and with ids of usual length none.
    """
    while len(entry_ids) > 1 and len(_post_id(entry_ids, lang, message_id)) > CUSTOM_ID_LIMIT:
        entry_ids = entry_ids[:-1]
    return Draft(answerer.show(entry_ids, lang), entry_ids, lang, message_id)


async def preview(interaction: Press, draft: Draft) -> Preview:
    """Return the preview of *draft* for the person behind *interaction*."""
    speech = await interaction.client.speech(interaction)
    return Preview(draft, way_to_post(standing(interaction)), speech, interaction.user.id)


class Preview(Card):
    """The card of a draft, without the buttons that it has once it is posted."""

    def __init__(self, draft: Draft, way: Way, speech: Speech, presser_id: int) -> None:
        offered = () if draft.entry_ids else draft.reply.choices
        prompt = draft.reply.prompt if offered else ""
        super().__init__(replace(draft.reply, prompt=prompt, choices=()), presser_id)
        for choice in offered:
            self.add_item(ui.ActionRow(TurnPreview.to(choice, draft)))
        if draft.entry_ids and isinstance(way, Refused):
            self.add_item(ui.TextDisplay(small(speech.say(way.why))))
        self.add_item(ui.ActionRow(*_actions(draft, way, speech)))


def _actions(draft: Draft, way: Way, speech: Speech) -> Iterator[Control]:
    if draft.entry_ids and not isinstance(way, Refused):
        yield PostPreview.of(draft, speech.say("Post as reply"))
    yield DiscardPreview.labelled(speech.say("Discard"))


class TurnPreview(
    Control,
    template=r"footnote:turn:(?P<message>[0-9]{1,20}):(?P<lang>[a-z]{2}):(?P<entry>[a-z0-9-]+)",
):
    """Turns the preview of a suggestion into the preview of its answer."""

    @classmethod
    def to(cls, choice: Choice, draft: Draft) -> Self:
        """Return the button for *choice*."""
        custom_id = f"footnote:turn:{draft.message_id}:{draft.lang}:{choice.entry_id}"
        return cls(ui.Button(label=choice.label, custom_id=custom_id))

    async def use(self, interaction: Press) -> None:
        """Show the answer in place, or say privately that it is gone."""
        match _redrafted(interaction, (self.state["entry"],), self.state):
            case Draft() as draft:
                await interaction.response.edit_message(view=await preview(interaction, draft))
            case Gone():
                await _say_gone(interaction)


class PostPreview(
    Control,
    template=r"footnote:post:(?P<message>[0-9]{1,20}):(?P<lang>[a-z]{2}):(?P<entries>[a-z0-9+-]+)",
):
    """Posts the answer for all to see, where the person who presses may write themselves."""

    @classmethod
    def of(cls, draft: Draft, label: str) -> Self:
        """Return the button for *draft*."""
        custom_id = _post_id(draft.entry_ids, draft.lang, draft.message_id)
        return cls(ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.primary))

    async def use(self, interaction: Press) -> None:
        """Post the answer, and say in place of the preview where it stands, or why it does not."""
        match _redrafted(interaction, tuple(self.state["entries"].split("+")), self.state):
            case Draft() as draft:
                await interaction.response.defer()
                await _post(interaction, draft)
            case Gone():
                await _say_gone(interaction)


class DiscardPreview(Control, template=r"footnote:discard"):
    """Takes the preview away."""

    @classmethod
    def labelled(cls, label: str) -> Self:
        """Return the button."""
        return cls(ui.Button(label=label, custom_id="footnote:discard"))

    async def use(self, interaction: Press) -> None:
        """Delete the message that the button is on."""
        await interaction.response.defer()
        await interaction.delete_original_response()


PREVIEW_CONTROLS = (TurnPreview, PostPreview, DiscardPreview)
"""For the client to add, so that it knows them from before its start."""


class Posted(ui.LayoutView):
    """What stands in place of a preview that was posted."""

    def __init__(self, url: str, speech: Speech) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.TextDisplay(link(speech.say("Posted as a reply"), url)))


@dataclass(frozen=True, slots=True)
class Gone:
    """An entry of the draft has left the base since."""


def _redrafted(
    interaction: Press, entry_ids: tuple[str, ...], state: dict[str, str]
) -> Draft | Gone:
    try:
        return drafted(interaction.client, entry_ids, state["lang"], int(state["message"]))
    except KeyError:
        return Gone()


async def _say_gone(interaction: Press) -> None:
    await respond(interaction, gone(await interaction.client.speech(interaction)), private=True)


async def _post(interaction: Press, draft: Draft) -> None:
    speech = await interaction.client.speech(interaction)
    match await post(interaction, draft.reply, draft.message_id):
        case Refused() as refusal:
            view: ui.LayoutView = Preview(draft, refusal, speech, interaction.user.id)
            await interaction.edit_original_response(view=view)
        case discord.Message() as posted:
            view = Posted(address(interaction, posted), speech)
            await interaction.edit_original_response(view=view)
            await remember(interaction, posted, draft.entry_ids)


def _post_id(entry_ids: tuple[str, ...], lang: str, message_id: int) -> str:
    return f"footnote:post:{message_id}:{lang}:{'+'.join(entry_ids)}"
