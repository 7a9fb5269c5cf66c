"""Anybody may ask why a card says what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cards import replies, text
from simcord import Env

from bot.client import Client
from bot.core.index import Index
from bot.store import Store

SOUTH = "What is the south tower built of?"
QUESTION = "which stoen is the north tower made of"


@pytest.fixture
async def card(alice, channel, me):
    await alice.send(channel, f"{me} {QUESTION}")
    (message,) = replies(channel)
    assert "red granite" in text(message)
    return message


async def test_why_tells_the_asker_what_the_answer_rests_on(alice, card, index: Index):
    why = await alice.click(card, label="Why?")

    assert why.ephemeral
    lines = text(why).splitlines()
    assert lines[:4] == [
        "### Why this answer?",
        "I took your question for: “What is the north tower built of?” "
        "The answer rests on: Paragraph 2, Paragraph 1.",
        "-# Your question, as I read it: which stone is the north tower made of",
        "-# The nearest wording that I know: which stone is the north tower made of",
    ]
    assert lines[4].startswith("-# How sure I was: ")
    assert lines[5].startswith("-# What counted most: ")
    assert lines[6] == f"-# Sources, version {index.base.version}"


async def test_what_came_next_is_a_press_away(alice, card):
    why = await alice.click(card, label="Why?")

    assert text(why).endswith("-# The next nearest question")
    opened = await alice.click(why.response, label=SOUTH)
    assert opened.ephemeral
    assert "white concrete" in text(opened)


async def test_how_a_question_was_read_is_shown_to_nobody_else(bob, card):
    why = await bob.click(card, label="Why?")

    assert "as I read it" not in text(why)
    assert "How sure I was" in text(why)


async def test_why_names_what_a_guard_held_against_the_best_match(alice, channel):
    card = await alice.slash(channel, "ask", question="how many foghorns will there be?")

    why = await alice.click(card.response, label="Why?")

    assert text(why).startswith("### Why these questions?")
    assert "The question asks for a number, which this entry does not give." in text(why)


async def test_why_nothing_was_found_is_told_too(alice, channel):
    card = await alice.slash(channel, "ask", question="recommend gluten-free bakeries")

    assert text(await alice.click(card.response, label="Why?")).startswith("### Why no answer?")


async def test_an_entry_that_was_picked_needs_no_reasons(alice, channel):
    card = await alice.slash(channel, "ask", question="keepers")

    why = await alice.click(card.response, label="Why?")

    assert "picked from a list" in text(why)


async def test_after_a_restart_why_tells_what_the_button_carries(
    simcord_env: Env, make_bot, alice, card
):
    before = text(await alice.click(card, label="Why?")).splitlines()
    await simcord_env.restart_bot(make_bot())

    after = text(await alice.click(card, label="Why?")).splitlines()

    assert after[1] == before[1], "what it was taken for"
    assert set(after) - set(before) == {
        "I remember more for a while only: ask again to see it all."
    }


async def test_after_a_change_of_the_base_why_is_honest_about_what_is_left(
    simcord_env: Env, store: Store, index: Index, alice, card
):
    changed = Index(replace(index.base, version="0123456789ab"))
    await simcord_env.restart_bot(Client(changed, store))

    why = text(await alice.click(card, label="Why?"))

    assert "My sources have changed since" in why
    assert "How sure I was" in why
    assert "nearest wording" not in why
    assert index.base.version in why


async def test_a_suggestion_that_became_an_answer_says_that_it_was_picked(alice, channel, me):
    await alice.send(channel, f"{me} how many foghorns will there be?")
    (suggestion,) = replies(channel)
    await alice.click(suggestion, label="Will there be a foghorn?")

    (answer,) = replies(channel)
    assert "picked from a list" in text(await alice.click(answer, label="Why?"))
