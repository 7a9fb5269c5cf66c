"""The texts of a reply as components, and room for rows of buttons under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.core.reply import Footnote, Passage, Reply, Tone
from bot.views.layout import Layout
from bot.views.markdown import escape, fitting, link, small

NOTES_END = 3900
"""Of the 4,000 characters that Discord allows, the rest is for the line above the buttons."""

COLOURS = {
    Tone.ANSWER: discord.Colour(0x3E7CB1),
    Tone.SUGGEST: discord.Colour(0xD9A441),
    Tone.DECLINE: discord.Colour(0x8A8F98),
    Tone.CHAT: None,
}

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Row = Sequence[ui.Item[Any]]


class Sheet(Layout):
    """The texts of *reply*, under them its prompt and *choices*, a row each, and last *row*."""

    def __init__(self, reply: Reply, choices: Row = (), row: Row = ()) -> None:
        super().__init__()
        container: ui.Container[Self] = ui.Container(accent_colour=COLOURS[reply.tone])
        for item in _items(reply, prompted=bool(choices)):
            container.add_item(item)
        for choice in choices:
            container.add_item(ui.ActionRow(choice))
        if row:
            container.add_item(ui.Separator(visible=False))
            container.add_item(ui.ActionRow(*row))
        self.add_item(container)


def _items(reply: Reply, *, prompted: bool) -> Iterator[ui.Item[Any]]:
    texts = [text for passage in reply.passages for text in _texts(passage)]
    for passage in reply.passages:
        if passage is not reply.passages[0]:
            yield ui.Separator(visible=False)
        yield from map(ui.TextDisplay, _texts(passage))
    if reply.footnotes:
        yield ui.Separator()
        yield ui.TextDisplay(_notes(reply.footnotes, NOTES_END - sum(map(len, texts))))
    if prompted and reply.prompt:
        yield ui.Separator(visible=False)
        yield ui.TextDisplay(small(escape(reply.prompt)))


def _texts(passage: Passage) -> list[str]:
    """A remark, whose voice it is in small print, the question as a heading, the answer."""
    texts = [escape(passage.remark)] if passage.remark else []
    if passage.lead:
        texts.append(small(escape(passage.lead)))
    if passage.heading:
        texts.append(f"### {escape(passage.heading)}")
    if passage.body:
        marks = [str(number).translate(_SUPERSCRIPT) for number in passage.notes]
        texts.append("\u00a0".join([link(passage.body, passage.url), *marks]))
    if passage.details:
        texts.append("\n".join(small(escape(line)) for line in passage.details))
    return texts


def _notes(footnotes: tuple[Footnote, ...], room: int) -> str:
    """Return the notes by source and section, in *room* characters.

    Where room is short, the last ones name their places without a link: none is left out.
    """
    for linked in range(len(footnotes), 0, -1):
        lines = list(_lines(footnotes, linked))
        if len("\n".join(lines)) <= room:
            return "\n".join(lines)
    return "\n".join(fitting(_lines(footnotes, linked=0), room))


def _lines(footnotes: tuple[Footnote, ...], linked: int) -> Iterator[str]:
    """Yield a line for each source, and under it one for the notes of each section."""
    grouped: dict[str, dict[str, list[str]]] = {}
    for note in footnotes:
        place = link(note.place, note.url if note.number <= linked else "")
        notes = grouped.setdefault(note.source, {}).setdefault(note.section, [])
        notes.append(f"{note.number}\u00a0{place}")
    for source, sections in grouped.items():
        yield small(escape(source))
        for section, notes in sections.items():
            title = f"{escape(section)}: " if section else ""
            yield small(title + " · ".join(notes))
