"""What the bot says of itself: ``/help`` and ``/source``."""

from __future__ import annotations

import re

from cards import buttons, links, options, text
from simcord import Env

from bot.core.model import Base


async def test_help_has_five_lines_with_commands_to_press(simcord_env: Env, alice, channel):
    shown = await alice.slash(channel, "help")

    assert shown.ephemeral
    heading, *lines = text(shown).splitlines()
    assert heading == "### How to ask"
    assert [line[:2] for line in lines] == ["- "] * 5 + ["-#"]
    registered = simcord_env.backend.commands[None].values()
    ids = {command["name"]: int(command["id"]) for command in registered}
    pressed = {name: int(id_) for name, id_ in re.findall(r"</([a-z]+):(\d+)>", text(shown))}
    assert set(pressed) == {"ask", "topics", "source", "privacy"}
    assert pressed.items() <= ids.items()


async def test_help_names_the_source_and_gives_examples_to_press(alice, channel):
    shown = await alice.slash(channel, "help")

    assert list(links(shown)) == ["Two lamps over Ellery"]
    assert text(shown).endswith("-# For example")
    assert "Will there be a foghorn?" in buttons(shown)

    card = await alice.click(shown.response, label="Will there be a foghorn?")
    assert card.ephemeral
    assert text(card).startswith("-# The author expects")


async def test_help_knows_the_commands_after_a_restart(simcord_env: Env, make_bot, alice, channel):
    """Nothing is sent to Discord then, and the ids are those that it has."""
    before = await alice.slash(channel, "help")
    await simcord_env.restart_bot(make_bot())

    after = await alice.slash(channel, "help")

    assert text(after) == text(before)


async def test_the_source_is_named_with_its_date_its_link_and_what_is_covered(
    base: Base, alice, channel
):
    shown = await alice.slash(channel, "source")

    assert shown.ephemeral
    assert text(shown).splitlines() == [
        "### [Two lamps over Ellery](https://gazette.example/2026/03/two-lamps)",
        "-# Harbour Gazette · Mara Quill · 14 March 2026",
        "- About the article: 1 question",
        "- Two lamps, one bay: 3 questions",
        "- The keepers: 2 questions",
        "-# 6 questions answered · for 1 more I can say that my sources are silent · version "
        + base.version,
    ]
    assert list(links(shown)) == ["Two lamps over Ellery"]


async def test_the_source_leads_to_its_questions(alice, channel):
    shown = await alice.slash(channel, "source")
    assert buttons(shown) == ["Browse the questions"]

    contents = await alice.click(shown.response, label="Browse the questions")

    assert contents.ephemeral
    assert next(iter(options(contents))) == "About the article"
    assert text(shown).startswith("### [Two lamps over Ellery]")
