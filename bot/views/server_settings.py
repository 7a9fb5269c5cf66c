"""The settings of a server as a card: a select for each, saved as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Self, cast

import discord
from discord import ui

from bot.core.server import ServerSettings, Value
from bot.core.setting import Setting, Tab
from bot.core.settings import BY_FIELD, TAB_NAMES, of_tab, remarks
from bot.core.speech import Speech
from bot.errors import StoreUnavailable
from bot.views.card import Press
from bot.views.control import Control
from bot.views.markdown import heading, small
from bot.views.menu import menu_of

Note = Callable[[Speech], str]


class SettingsCard(ui.LayoutView):
    """One tab of the settings of *guild*; *note* says what has just been done."""

    def __init__(
        self,
        settings: ServerSettings,
        tab: Tab,
        guild: discord.Guild,
        speech: Speech,
        note: str = "",
    ) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Self] = ui.Container()
        container.add_item(ui.TextDisplay(heading(speech.say("Settings"))))
        for setting in of_tab(tab):
            hint = small(speech.say(setting.hint))
            container.add_item(ui.TextDisplay(f"**{speech.say(setting.name)}**\n{hint}"))
            menu = menu_of(setting, setting.of(settings), guild, speech)
            container.add_item(ui.ActionRow(ChangeSetting(menu)))
        for line in (*remarks(settings, _mute(guild), speech), note):
            if line:
                container.add_item(ui.TextDisplay(small(line)))
        container.add_item(ui.Separator())
        container.add_item(ui.ActionRow(*_buttons(tab, speech)))
        self.add_item(container)


class ResetCard(ui.LayoutView):
    """Asks before all settings are given up."""

    def __init__(self, speech: Speech) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Self] = ui.Container()
        container.add_item(ui.TextDisplay(heading(speech.say("Reset all settings?"))))
        container.add_item(
            ui.TextDisplay(speech.say("I then behave in this server as on my first day here."))
        )
        container.add_item(
            ui.ActionRow(
                ResetSettings.at("now", speech.say("Reset"), discord.ButtonStyle.danger),
                ShowTab.of(Tab.ANSWERS, speech.say("Keep them")),
            )
        )
        self.add_item(container)


class Moderating(Control, template=r"footnote:moderating"):
    """A control of the settings. Whoever uses it must be allowed to, whatever they see."""

    async def use(self, interaction: Press) -> None:
        """Do what the control is for, or say privately who may."""
        speech = await interaction.client.speech(interaction)
        guild = interaction.guild
        if guild is None or not interaction.permissions.manage_guild:
            await interaction.response.send_message(view=NotYours(speech), ephemeral=True)
            return
        await interaction.response.defer()
        await interaction.edit_original_response(view=await self.moderate(interaction, guild))

    async def moderate(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        """Do what the control is for and return what is to be seen then."""
        raise NotImplementedError


class NotYours(ui.LayoutView):
    """What somebody sees who may not change settings."""

    def __init__(self, speech: Speech) -> None:
        super().__init__(timeout=None)
        line = speech.say("Settings are for members who have the Manage Server permission.")
        self.add_item(ui.TextDisplay(line))


class ChangeSetting(Moderating, template=r"footnote:set:(?P<field>[a-z_]+)"):
    """A select that changes one setting, and no other that somebody changes at the same time."""

    async def moderate(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        """Store what was chosen and say so."""
        setting = BY_FIELD[self.state["field"]]
        value = setting.read(_chosen(interaction))
        try:
            await interaction.client.store.settings.change(guild.id, setting.field, value)
        except StoreUnavailable:
            return await settings_card(interaction, guild, setting.tab, _not_stored)
        return await settings_card(
            interaction, guild, setting.tab, partial(_saved, setting, value)
        )


class ShowTab(Moderating, template=rf"footnote:tab:(?P<tab>{'|'.join(Tab)})"):
    """Shows other settings, as they are now."""

    @classmethod
    def of(cls, tab: Tab, label: str, *, is_open: bool = False) -> Self:
        """Return the button for *tab*."""
        style = discord.ButtonStyle.primary if is_open else discord.ButtonStyle.secondary
        return cls(ui.Button(label=label, custom_id=f"footnote:tab:{tab}", style=style))

    async def moderate(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        """Return the card with the tab open."""
        return await settings_card(interaction, guild, Tab(self.state["tab"]))


class ResetSettings(Moderating, template=r"footnote:reset:(?P<step>ask|now)"):
    """Gives up all settings: first it asks, then it does."""

    @classmethod
    def at(cls, step: str, label: str, style: discord.ButtonStyle) -> Self:
        """Return the button for *step*, ``ask`` or ``now``."""
        return cls(ui.Button(label=label, custom_id=f"footnote:reset:{step}", style=style))

    async def moderate(self, interaction: Press, guild: discord.Guild) -> ui.LayoutView:
        """Return the question, or the settings of a new server."""
        if self.state["step"] == "ask":
            return ResetCard(await interaction.client.speech(interaction))
        try:
            await interaction.client.store.settings.reset(guild.id)
        except StoreUnavailable:
            return await settings_card(interaction, guild, Tab.ANSWERS, _not_stored)
        return await settings_card(interaction, guild, Tab.ANSWERS, _reset)


SETTINGS_CONTROLS = (ChangeSetting, ShowTab, ResetSettings)
"""For the client to add, so that it knows them from before its start."""


async def settings_card(
    interaction: Press, guild: discord.Guild, tab: Tab, note: Note | None = None
) -> SettingsCard:
    """Return the card of the settings as they are now, in the language that holds now."""
    settings = await interaction.client.settings(guild.id)
    speech = await interaction.client.speech(interaction)
    return SettingsCard(settings, tab, guild, speech, note(speech) if note else "")


def _saved(setting: Setting, value: Value, speech: Speech) -> str:
    said = setting.say(value, speech)
    return speech.say("Saved. {name}: {value}", name=speech.say(setting.name), value=said)


def _reset(speech: Speech) -> str:
    return speech.say("All settings are as in a new server.")


def _not_stored(speech: Speech) -> str:
    return speech.say("That could not be stored. Please try again later.")


def _chosen(interaction: Press) -> list[str]:
    """Return what a select sends: keys, or the ids of channels and roles."""
    data = cast(dict[str, Any], interaction.data)
    return [str(value) for value in data["values"]]


def _buttons(tab: Tab, speech: Speech) -> Iterator[Control]:
    for each, name in TAB_NAMES.items():
        yield ShowTab.of(each, speech.say(name), is_open=each is tab)
    yield ResetSettings.at("ask", speech.say("Reset…"), discord.ButtonStyle.secondary)


def _mute(guild: discord.Guild) -> set[int]:
    """Return the channels where the bot may not write."""
    return {
        channel.id
        for channel in guild.channels
        if not (allowed := channel.permissions_for(guild.me)).send_messages
        or not allowed.view_channel
    }
