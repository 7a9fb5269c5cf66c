"""What is stored about a person: shown, saved as a file, deleted."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import discord

from bot.core.privacy import deleted_lines, stored_lines
from bot.core.speech import Speech
from bot.store import RETENTION_DAYS, Deleted
from bot.views.away import telling_if_away
from bot.views.button import Button, Press, show
from bot.views.filing import take_back
from bot.views.markdown import small
from bot.views.panel import Panel

FILE_NAME = "footnote-data.json"


class Save(Button, template=r"footnote:privacy:save"):
    """Sends all that is stored about the person who presses, as a file for them alone."""

    async def press(self, interaction: Press) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with telling_if_away(interaction):
            stored = await interaction.client.store.people.export(interaction.user.id)
            speech = await interaction.client.speech(interaction)
            said = speech.say("Here is everything that is stored about you.")
            await interaction.followup.send(said, file=_file(interaction, stored), ephemeral=True)


class AskToDelete(Button, template=r"footnote:privacy:ask-to-delete"):
    """Asks once more before anything is deleted."""

    async def press(self, interaction: Press) -> None:
        speech = await interaction.client.speech(interaction)
        await interaction.response.edit_message(view=_doubt(speech))


class Delete(Button, template=r"footnote:privacy:delete"):
    """Deletes all that is stored about the person who presses, or still in memory."""

    async def press(self, interaction: Press) -> None:
        await interaction.response.defer()
        async with telling_if_away(interaction):
            deleted = await interaction.client.store.people.delete(interaction.user.id)
            interaction.client.forget(interaction.user.id)
            speech = await interaction.client.speech(interaction)
            await interaction.edit_original_response(view=_done(deleted, speech))
            await take_back(interaction.client, deleted.shown)


class Keep(Button, template=r"footnote:privacy:keep"):
    """Deletes nothing, and shows again what is stored."""

    async def press(self, interaction: Press) -> None:
        await interaction.response.defer()
        async with telling_if_away(interaction):
            await interaction.edit_original_response(view=await _overview(interaction))


ITEMS = (Save, AskToDelete, Delete, Keep)
"""For the client to add: it then knows those from before its start."""


async def show_privacy(interaction: Press) -> None:
    """Show the person behind *interaction* what is stored about them."""
    await interaction.response.defer(ephemeral=True)
    async with telling_if_away(interaction):
        await show(interaction, await _overview(interaction), private=True)


async def _overview(interaction: Press) -> Panel:
    speech = await interaction.client.speech(interaction)
    stored = await interaction.client.store.people.export(interaction.user.id)
    counts = {kind: len(rows) for kind, rows in stored.items()}
    heading = speech.say("What is stored about you")
    texts = [_list(heading, stored_lines(counts, RETENTION_DAYS, speech))]
    texts.append("\n".join(small(line) for line in _promises(speech)))
    if not any(counts.values()):
        return Panel(texts)
    save = Save(speech.say("Save as a file"), "footnote:privacy:save")
    delete = AskToDelete(speech.say("Delete"), "footnote:privacy:ask-to-delete")
    return Panel(texts, [[save, delete]])


def _promises(speech: Speech) -> tuple[str, ...]:
    return (
        speech.say("What you sent is deleted once the curators have dealt with it."),
        speech.say("Never kept: the words of any other question, your messages, your name."),
    )


def _doubt(speech: Speech) -> Panel:
    """Return the question before everything is deleted."""
    heading = speech.say("Delete everything that is stored about you?")
    text = speech.say(
        "This cannot be undone. Answers that were posted stay: their buttons still know whom "
        "they answer, and those that you posted name you. More, then “Dismiss the answer”, takes "
        "one away."
    )
    delete = Delete(speech.say("Delete everything"), "footnote:privacy:delete")
    delete.item.style = discord.ButtonStyle.danger
    keep = Keep(speech.say("Keep it"), "footnote:privacy:keep")
    return Panel([f"### {heading}", text], [[delete, keep]])


def _done(deleted: Deleted, speech: Speech) -> Panel:
    texts = [_list(speech.say("Deleted"), deleted_lines(deleted.counts, speech))]
    if deleted.shown:
        texts.append(small(_taken_back(speech)))
    return Panel(texts)


def _list(heading: str, lines: tuple[str, ...]) -> str:
    return "\n".join([f"### {heading}", *(f"- {line}" for line in lines)])


def _taken_back(speech: Speech) -> str:
    return speech.say(
        "The curators' channel shows your words no longer, unless I may not write there any more."
    )


def _file(interaction: Press, stored: Mapping[str, Any]) -> discord.File:
    """Return *stored* as JSON that a person can read."""
    about = {"user_id": str(interaction.user.id), "at": interaction.created_at.isoformat()}
    text = json.dumps({**about, "stored": stored}, indent=2, ensure_ascii=False)
    return discord.File(io.BytesIO(text.encode()), FILE_NAME)
