"""How the interface speaks: its messages are written in English where they are used."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Speech(Protocol):
    """The interface's words in one language. A message without a translation stays English."""

    @property
    def lang(self) -> str:
        """The language, as an ISO 639-1 code."""
        ...

    def say(self, message: str, /, **values: object) -> str:
        """Return *message* in this language, each ``{name}`` in it replaced by its value."""
        ...

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form for *number* of a message in two forms; ``{number}`` is replaced too."""
        ...

    def day(self, day: date) -> str:
        """Return *day* as it is written out in this language."""
        ...


class English:
    """The language in which the messages are written."""

    lang = "en"

    def say(self, message: str, /, **values: object) -> str:
        """Return *message* with its values."""
        return message.format(**values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the singular for 1 and the plural otherwise."""
        return (one if number == 1 else many).format(number=number, **values)

    def day(self, day: date) -> str:
        """Return *day* as in "29 June 2026"."""
        return f"{day.day} {day:%B %Y}"


ENGLISH = English()


def marked(message: str) -> str:
    """Return *message* as it is: it stands in a table here, and is said elsewhere."""
    return message
