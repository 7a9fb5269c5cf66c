"""The table of contents: topics, a topic's questions, a card; one private message, turned over.

All that a button or a menu has to know is an entry's id: its topic and page follow from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

import discord
from discord import ui

from bot.answers import open_entry
from bot.core.model import Base, Entry
from bot.core.notice import gone
from bot.core.reply import shorten
from bot.core.speech import Speech
from bot.core.topics import Page, Topic, contained, find_topic, how_many, page_of, topics
from bot.views.button import Button, Press, show, tell, turns
from bot.views.card import Card
from bot.views.markdown import escape, small
from bot.views.menu import Menu
from bot.views.opener import OPENS_CONTENTS
from bot.views.panel import Panel, add_rows

OPTION_LIMIT = 100
SOURCE_LIMIT = 25
"""A source's title beside a topic: enough to tell it from others, in one line."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who turns the pages: the base that they may read, how to speak to them, their user id."""

    base: Base
    speech: Speech
    user_id: int

    @classmethod
    async def of(cls, interaction: Press) -> Self:
        """Return the person behind *interaction*, with the sources that their server uses."""
        index = await interaction.client.index_in(interaction.guild_id)
        speech = await interaction.client.speech(interaction)
        return cls(index.base, speech, interaction.user.id)


Leaf = Callable[[Reader, str], ui.LayoutView]
"""Makes what is shown for an entry's id; raises `KeyError` if the base has none of that id."""


class Browse(Button, template=OPENS_CONTENTS):
    """Opens the table of contents as a private message of its own."""

    async def press(self, interaction: Press) -> None:
        await open_contents(interaction)


class TurnToContents(Button, template=r"footnote:contents:(?P<entry>[a-z0-9-]+)"):
    """Turns to the page of the contents that lists the topic of an entry."""

    async def press(self, interaction: Press) -> None:
        await _turn(interaction, _contents, self.state["entry"])


class TurnToPage(Button, template=r"footnote:page:(?P<entry>[a-z0-9-]+)"):
    """Turns to the page of a topic that lists an entry."""

    async def press(self, interaction: Press) -> None:
        await _turn(interaction, _topic, self.state["entry"])


class ChooseTopic(Menu, template=r"footnote:topic"):
    """Turns to a topic; the value is the id of an entry in it."""

    async def choose(self, interaction: Press, value: str) -> None:
        await _turn(interaction, _topic, value)


class ChooseQuestion(Menu, template=r"footnote:question"):
    """Turns to the card of an entry; the questions beside it stay under the card."""

    async def choose(self, interaction: Press, value: str) -> None:
        await _turn(interaction, _card, value)


ITEMS = (Browse, TurnToContents, TurnToPage, ChooseTopic, ChooseQuestion)
"""For the client to add: it then knows those from before its start."""


async def open_contents(interaction: Press) -> None:
    """Send the table of contents, from its first page."""
    reader = await Reader.of(interaction)
    first = topics(reader.base, reader.speech)[0]
    await show(interaction, _contents(reader, first.key), private=True)


async def _turn(interaction: Press, leaf: Leaf, entry_id: str) -> None:
    """Put another leaf in place of the message, or say that the entry is gone."""
    reader = await Reader.of(interaction)
    try:
        view = leaf(reader, entry_id)
    except KeyError:
        await tell(interaction, gone(reader.speech))
    else:
        await interaction.response.edit_message(view=view)


def _contents(reader: Reader, entry_id: str) -> ui.LayoutView:
    base, speech = reader.base, reader.speech
    found = topics(base, speech)
    shown = page_of(found, find_topic(found, entry_id))
    several = len(base.sources) > 1
    options = [_topic_option(topic, speech, several=several) for topic in shown.items]
    menu = ChooseTopic.of("footnote:topic", speech.say("Choose a topic"), options)
    ends = (f"footnote:contents:{shown.before.key}", f"footnote:contents:{shown.after.key}")
    texts = _heading(speech.say("What you can ask"), contained(found, speech), shown, speech)
    return Panel(texts, [[menu], _turns(TurnToContents, ends, shown, speech)])


def _topic(reader: Reader, entry_id: str) -> ui.LayoutView:
    topic, shown = _place(reader, entry_id)
    count = how_many(len(topic.entries), reader.speech)
    texts = _heading(topic.title, count, shown, reader.speech)
    return Panel(texts, _questions(topic, shown, reader.speech))


def _card(reader: Reader, entry_id: str) -> ui.LayoutView:
    topic, shown = _place(reader, entry_id)
    card = Card(open_entry(reader.base, entry_id, reader.speech.lang), reader.user_id)
    add_rows(card, _questions(topic, shown, reader.speech, current=entry_id))
    return card


def _place(reader: Reader, entry_id: str) -> tuple[Topic, Page[Entry]]:
    """Return the topic in which an entry stands, and on which page of it."""
    topic = find_topic(topics(reader.base, reader.speech), entry_id)
    return topic, page_of(topic.entries, reader.base.by_id[entry_id])


def _heading(title: str, count: str, shown: Page[Any], speech: Speech) -> list[str]:
    """Return the title, and under it how much there is and which page this is."""
    parts = [count]
    if len(shown.starts) > 1:
        number, last = shown.number + 1, len(shown.starts)
        parts.append(speech.say("Page {number} of {last}", number=number, last=last))
    return [f"### {escape(shorten(title, OPTION_LIMIT))}", small(" · ".join(parts))]


def _topic_option(topic: Topic, speech: Speech, *, several: bool) -> discord.SelectOption:
    """Return the option for *topic*; where there are *several* sources, it names its own."""
    parts = [how_many(len(topic.entries), speech)]
    if several:
        parts.append(shorten(topic.source, SOURCE_LIMIT))
    return discord.SelectOption(
        label=shorten(topic.title, OPTION_LIMIT),
        value=topic.key,
        description=shorten(" · ".join(parts), OPTION_LIMIT),
    )


def _questions(
    topic: Topic, shown: Page[Entry], speech: Speech, current: str = ""
) -> list[list[ui.Item[Any]]]:
    """Return the rows that lead on in *topic*; *current* is the entry whose card is open."""
    options = [
        discord.SelectOption(
            label=shorten(entry.wording(speech.lang).question, OPTION_LIMIT),
            value=entry.id,
            default=entry.id == current,
        )
        for entry in shown.items
    ]
    menu = ChooseQuestion.of("footnote:question", speech.say("Choose a question"), options)
    back = TurnToContents(speech.say("All topics"), f"footnote:contents:{topic.key}")
    ends = (f"footnote:page:{shown.before.id}", f"footnote:page:{shown.after.id}")
    return [[menu], [back, *_turns(TurnToPage, ends, shown, speech)]]


def _turns(
    kind: type[Button], ends: tuple[str, str], shown: Page[Any], speech: Speech
) -> list[Button]:
    return turns(kind, ends, shown.number, len(shown.starts) - 1, speech)
