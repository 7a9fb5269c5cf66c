"""A language's catalogue as `Speech`: gettext's rules for plurals, CLDR's for dates."""

from __future__ import annotations

from datetime import date
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.core.speech import ENGLISH, Speech
from bot.locale.particles import resolve

LANGUAGES = ("en", "ko", "ja")
"""The languages in which the whole interface speaks."""


class Translated:
    """Speech in a language other than English."""

    def __init__(self, lang: str, translations: GNUTranslations) -> None:
        self.lang = lang
        self._translations = translations

    def say(self, message: str, /, **values: object) -> str:
        """Return *message* translated, with its values."""
        return self._finished(self._translations.gettext(message), values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form that this language uses for *number*."""
        form = self._translations.ngettext(one, many, number)
        return self._finished(form, {"number": number, **values})

    def day(self, day: date) -> str:
        """Return *day* as it is written out in this language."""
        return str(format_date(day, "long", locale=self.lang))

    def _finished(self, form: str, values: dict[str, object]) -> str:
        text = form.format(**values)
        return resolve(text) if self.lang == "ko" else text


@cache
def speech_for(locale: str) -> Speech:
    """Return the speech for a *locale* such as ``ko`` or ``en-GB``, or else English."""
    lang = locale.partition("-")[0].lower()
    catalogue = files("bot.locale") / f"{lang}.po"
    if not lang.isalpha() or not catalogue.is_file():
        return ENGLISH
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(catalogue.read_bytes()), locale=lang))
    compiled.seek(0)
    return Translated(lang, GNUTranslations(compiled))
