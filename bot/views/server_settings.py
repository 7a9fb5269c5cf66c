"""The settings of a server as a card: a select for each, saved as soon as something is chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Self, cast

import discord
from discord import ui

from bot.core.model import Base
from bot.core.notice import not_stored
from bot.core.reply import shorten
from bot.core.server import ServerSettings, UnreadSettings, Value
from bot.core.setting import AnyOf, Setting, Tab
from bot.core.settings import TAB_NAMES, find_setting, not_yours, of_tab, remarks
from bot.core.speech import Speech
from bot.errors import StoreUnavailable
from bot.views.away import telling_if_away
from bot.views.button import Button, Press, show, tell
from bot.views.layout import Layout
from bot.views.markdown import escape, small
from bot.views.menu import Menu
from bot.views.panel import Panel
from bot.views.setting_select import select_of
from bot.writing import may_write

Deed = Callable[[Press, discord.Guild], Awaitable[ui.LayoutView]]
"""Does something for a moderator, and returns what is to be seen then."""

SAID_LIMIT = 500
IDS = {field.name: number for number, field in enumerate(fields(ServerSettings), start=100)}
"""A number for each select: by its place alone a client may take it for that of another tab."""


@dataclass(frozen=True, slots=True)
class Note:
    """Says what has just been done, in the language that holds now.

    It stands under the setting of the field *under*; without one, under all of them.
    """

    say: Callable[[Speech], str]
    under: str = ""


NO_NOTE = Note(lambda _: "")


class SettingsCard(Layout):
    """One tab of the settings of *guild*: each with what is set, and what needs attention."""

    def __init__(
        self,
        settings: ServerSettings,
        tab: Tab,
        base: Base,
        guild: discord.Guild,
        speech: Speech,
        note: Note,
    ) -> None:
        super().__init__()
        heading = speech.say("Settings")
        container: ui.Container[Self] = ui.Container(ui.TextDisplay(f"### {heading}"))
        container.add_item(ui.Separator())
        for setting in of_tab(tab, base):
            value = setting.of(settings)
            container.add_item(ui.TextDisplay(_text(setting, value, speech)))
            select = cast(ui.Select[Any], select_of(setting, value, guild, speech))
            select.id = IDS[setting.field]
            container.add_item(ui.ActionRow(ChangeSetting(select)))
            if setting.field == note.under:
                container.add_item(ui.TextDisplay(note.say(speech)))
        for line in remarks(settings, _writable(guild), speech):
            container.add_item(ui.TextDisplay(small(line)))
        if not note.under and (said := note.say(speech)):
            container.add_item(ui.TextDisplay(said))
        container.add_item(ui.Separator())
        container.add_item(ui.ActionRow(*_buttons(tab, speech)))
        self.add_item(container)


async def open_settings(interaction: Press) -> None:
    """Show the settings to a moderator; a server may have given the command to others."""
    if not _may_manage(interaction):
        await tell(interaction, not_yours(await interaction.client.speech(interaction)))
        return
    guild = cast(discord.Guild, interaction.guild)
    async with telling_if_away(interaction):
        await show(interaction, await _card(interaction, guild, Tab.ANSWERS), private=True)


class ChangeSetting(Menu, template=r"footnote:set:(?P<field>[a-z_]+)"):
    """Changes one setting, and no other that somebody changes at the same time."""

    async def use(self, interaction: Press) -> None:
        await _moderate(interaction, self._change)

    async def _change(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        field = self.custom_id.rpartition(":")[2]
        setting = find_setting(field, interaction.client.index.base)
        value = setting.read(_chosen(interaction))
        try:
            await interaction.client.store.settings.change(guild.id, setting.field, value)
        except StoreUnavailable:
            return await _card(interaction, guild, setting.tab, Note(_not_stored, field))
        return await _card(interaction, guild, setting.tab, Note(_saved, field))


class ShowTab(Button, template=rf"footnote:tab:(?P<tab>{'|'.join(Tab)})"):
    """Shows other settings, as they are now."""

    async def press(self, interaction: Press) -> None:
        await _moderate(interaction, self._open)

    async def _open(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        return await _card(interaction, guild, Tab(self.state["tab"]))


class AskToReset(Button, template=r"footnote:reset:ask"):
    """Asks before all settings are given up."""

    async def press(self, interaction: Press) -> None:
        await _moderate(interaction, _doubt)


class Reset(Button, template=r"footnote:reset:now"):
    """Gives up all settings."""

    async def press(self, interaction: Press) -> None:
        await _moderate(interaction, self._reset)

    async def _reset(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        try:
            await interaction.client.store.settings.reset(guild.id)
        except StoreUnavailable:
            return await _card(interaction, guild, Tab.ANSWERS, Note(_not_stored))
        return await _card(interaction, guild, Tab.ANSWERS, Note(_as_new))


ITEMS = (ChangeSetting, ShowTab, AskToReset, Reset)
"""For the client to add: it then knows those from before its start."""


async def _moderate(interaction: Press, deed: Deed) -> None:
    """Do *deed* in place of the card, or say who may: who sees a card may have lost the right."""
    if not _may_manage(interaction):
        await tell(interaction, not_yours(await interaction.client.speech(interaction)))
        return
    await interaction.response.defer()
    async with telling_if_away(interaction):
        view = await deed(interaction, cast(discord.Guild, interaction.guild))
        await interaction.edit_original_response(view=view)


def _may_manage(interaction: Press) -> bool:
    return interaction.guild is not None and interaction.permissions.manage_guild


async def _card(
    interaction: Press, guild: discord.Guild, tab: Tab, note: Note = NO_NOTE
) -> ui.LayoutView:
    """Return the card of the settings as they are now, in the language that holds now.

    Raises `StoreUnavailable` if nobody can tell how they are.
    """
    settings = await interaction.client.settings(guild.id)
    if isinstance(settings, UnreadSettings):
        raise StoreUnavailable
    speech = await interaction.client.speech(interaction)
    base = interaction.client.index.base
    return SettingsCard(settings, tab, base, guild, speech, note)


async def _doubt(interaction: Press, _: discord.Guild) -> ui.LayoutView:
    speech = await interaction.client.speech(interaction)
    heading = speech.say("Reset all settings?")
    text = speech.say("I then behave in this server as on my first day here.")
    reset = Reset(speech.say("Reset"), "footnote:reset:now")
    reset.item.style = discord.ButtonStyle.danger
    keep = ShowTab(speech.say("Keep them"), f"footnote:tab:{Tab.ANSWERS}")
    return Panel([f"### {heading}", text], [[reset, keep]])


def _buttons(open_tab: Tab, speech: Speech) -> Iterator[Button]:
    for tab, name in TAB_NAMES.items():
        button = ShowTab(speech.say(name), f"footnote:tab:{tab}")
        if tab is open_tab:
            button.item.style = discord.ButtonStyle.primary
        yield button
    yield AskToReset(speech.say("Reset…"), "footnote:reset:ask")


def _chosen(interaction: Press) -> list[str]:
    """Return what a select sends: keys, or the ids of channels and roles."""
    data = cast(dict[str, Any], interaction.data)
    return [str(value) for value in data["values"]]


def _text(setting: Setting, value: Value, speech: Speech) -> str:
    """Return the name of *setting*, what is set, and what it is for, as Markdown.

    The select shows what is set too, but not on every client once the card was edited.
    """
    name, hint = speech.say(setting.name), speech.say(setting.hint)
    said = setting.say(value, speech)
    if isinstance(setting.choice, AnyOf):  # titles, which may hold anything
        said = escape(shorten(said, SAID_LIMIT))
    return f"**{name}** · {said}\n{small(hint)}"


def _saved(speech: Speech) -> str:
    return speech.say("Saved.")


def _as_new(speech: Speech) -> str:
    return speech.say("All settings are as in a new server.")


def _not_stored(speech: Speech) -> str:
    return not_stored(speech).body


def _writable(guild: discord.Guild) -> dict[int, bool]:
    """Return of each channel whether the bot may write in it."""
    return {each.id: may_write(each.permissions_for(guild.me), each) for each in guild.channels}
