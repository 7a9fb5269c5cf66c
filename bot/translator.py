"""What Discord shows of the commands, in the languages of its clients."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.locale.speech import speech_for


class Translator(app_commands.Translator):
    """Names and descriptions of commands and options, from the interface's catalogues."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return *string* in *locale*, or ``None`` where English is shown."""
        translated = speech_for(locale.value).say(string.message)
        return None if translated == string.message else translated
