"""What the bot answers from: its sources, and what of them is covered."""

from __future__ import annotations

from bot.core.model import Base, Kind, Source
from bot.core.reply import shorten
from bot.core.speech import Speech
from bot.core.topics import how_many, topics
from bot.views.markdown import escape, fitting, link, small
from bot.views.opener import contents_opener
from bot.views.panel import Panel

TITLE_LIMIT = 150
MOST_TITLES = 3
ROOM = 3600
"""Of the 4,000 characters that Discord allows, the rest is for the closing line."""


def sources_panel(base: Base, speech: Speech) -> Panel:
    """Return the sources of *base*, as many lines as fit, and how much there is to ask."""
    lines = [
        line
        for source in base.sources
        for line in (*_about(source, speech), *_covered(source, base, speech))
    ]
    texts = ["\n".join(fitting(lines, ROOM)), small(_count(base, speech))]
    return Panel(texts, [[contents_opener(speech)]])


def _about(source: Source, speech: Speech) -> list[str]:
    """Return what *source* is, who wrote it and when, and a link to it."""
    by = " · ".join(dict.fromkeys((source.publisher, source.byline)))
    return [
        f"### {_title(source)}",
        small(f"{escape(shorten(by, TITLE_LIMIT))} · {speech.day(source.published)}"),
    ]


def _covered(source: Source, base: Base, speech: Speech) -> list[str]:
    """Return a line for each topic of *source* that has questions."""
    return [
        f"- {escape(shorten(topic.title, TITLE_LIMIT))}: {how_many(len(topic.entries), speech)}"
        for topic in topics(base, speech)
        if topic.source_id == source.id and topic.is_said
    ]


def titles(base: Base) -> str:
    """Return the titles of the first sources of *base* in one line, each as a link."""
    shown = [_title(source) for source in base.sources[:MOST_TITLES]]
    return ", ".join([*shown, "…"] if len(base.sources) > MOST_TITLES else shown)


def _title(source: Source) -> str:
    return link(shorten(source.title, TITLE_LIMIT), source.url)


def _count(base: Base, speech: Speech) -> str:
    unsaid = sum(entry.kind is Kind.NOT_COVERED for entry in base.entries)
    said = len(base.entries) - unsaid
    answered = speech.plural("{number} question answered", "{number} questions answered", said)
    silent = speech.say("for {number} more I can say that my sources are silent", number=unsaid)
    version = speech.say("version {version}", version=base.version)
    return " · ".join([answered, *([silent] if unsaid else []), version])
