"""What the bot answers from fits into a message, however much that is."""

from __future__ import annotations

from dataclasses import replace

from bot.core.model import Base, Section
from bot.core.speech import ENGLISH
from bot.views.sources import sources_panel


def texts(base: Base) -> list[str]:
    (container,) = sources_panel(base, ENGLISH).to_components()
    return [item["content"] for item in container["components"] if item["type"] == 10]


def test_a_base_of_many_long_sources_fits_into_a_message(base: Base):
    """Discord takes 4,000 characters; the closing line is always there."""
    (source,) = base.sources
    long = replace(source, title="*" * 300, byline="_" * 300, publisher="~" * 300)
    shown = texts(replace(base, sources=(long,) * 30))

    assert sum(map(len, shown)) <= 4000
    assert base.version in shown[-1]


def test_a_source_that_is_published_nowhere_is_named_without_a_link(base: Base):
    (source,) = base.sources

    (heading, *_) = texts(replace(base, sources=(replace(source, url=""),)))

    assert heading.splitlines()[0] == "### Two lamps over Ellery"


def test_a_source_of_many_sections_is_shown_as_far_as_it_fits(base: Base):
    (source,) = base.sources
    sections = tuple(Section(f"s{number}", f"{number} " + "*" * 200) for number in range(60))
    (entry, *_) = base.entries
    entries = tuple(
        replace(entry, id=each.id, cites=(replace(entry.cites[0], section=each),))
        for each in sections
    )
    long = replace(base, sources=(replace(source, sections=sections),), entries=entries)

    shown = texts(long)

    assert sum(map(len, shown)) <= 4000
    assert "Two lamps over Ellery" in shown[0]
    assert "- 1 " in shown[0]
