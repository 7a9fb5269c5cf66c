"""Members press the buttons on cards, before and after a restart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cards import buttons, replies, text
from simcord import Env

from bot.client import Client
from bot.core.index import Index
from bot.store import Store

UNSURE = "how many foghorns will there be?"
FOGHORN = "Will there be a foghorn?"


async def open_related(member, card):
    """Press "More" on a card, and there the related question."""
    more = await member.click(card.response, label="More")
    return await member.click(more.response, label=FOGHORN)


def with_long_answers(index: Index) -> Index:
    """Return an index of the same base with answers of 500 characters."""
    entries = []
    for entry in index.base.entries:
        wordings = tuple(replace(each, answer="light " * 83 + "on") for each in entry.wordings)
        entries.append(replace(entry, wordings=wordings))
    return Index(replace(index.base, entries=tuple(entries)))


@pytest.fixture
async def suggestion(alice, channel, me):
    """What the bot says to a question that it can only guess at: the entry gives no number."""
    await alice.send(channel, f"{me} {UNSURE}")
    (message,) = replies(channel)
    assert text(message).startswith("### Did you mean")
    *choices, why, dismiss = buttons(message)
    assert 1 <= len(choices) <= 3
    assert (why, dismiss) == ("Why?", "Dismiss")
    return message


async def test_the_askers_press_turns_a_suggestion_into_its_answer(alice, channel, suggestion):
    await alice.click(suggestion, label=FOGHORN)

    (message,) = replies(channel)
    assert message.id == suggestion.id
    assert "The author expects one within two years" in text(message)


async def test_anybody_elses_press_gives_them_a_private_answer(bob, channel, suggestion):
    answer = await bob.click(suggestion, label=FOGHORN)

    assert answer.ephemeral
    assert "The author expects one within two years" in text(answer)
    (message,) = replies(channel)
    assert text(message).startswith("### Did you mean")


async def test_a_private_suggestion_turns_into_its_answer_and_stays_private(alice, channel):
    card = await alice.slash(channel, "ask", question=UNSURE, private=True)

    await alice.click(card.response, label=FOGHORN)

    assert card.ephemeral
    assert f"### {FOGHORN}" in text(card)


async def test_a_card_has_one_calm_row_and_keeps_what_is_related_behind_more(alice, channel):
    card = await alice.slash(channel, "ask", question="keepers")

    more = await alice.click(card.response, label="More")

    assert buttons(card) == ["Helpful", "Not right", "Why?", "More"]
    assert more.ephemeral
    assert "Related" in text(more)
    assert buttons(more) == [FOGHORN, "Browse the questions", "Dismiss the answer"]


async def test_an_answer_that_does_not_fit_on_the_card_is_a_press_away(
    simcord_env: Env, index: Index, alice, channel
):
    """Neither answer is cut: the first stands there whole, and the other opens whole."""
    simcord_env.bot.index = with_long_answers(index)

    card = await alice.slash(
        channel, "ask", question="Who wrote the article? Will there be a foghorn?"
    )
    other = await alice.click(card.response, label=FOGHORN)

    assert "You also asked" in text(card)
    assert buttons(card) == [FOGHORN, "Helpful", "Not right", "Why?", "Dismiss"]
    assert [text(each).count("…") for each in (card, other)] == [0, 0]
    assert f"### {FOGHORN}" in text(other)


async def test_a_related_question_is_answered_privately_in_a_server(alice, bob, channel):
    card = await alice.slash(channel, "ask", question="keepers")

    answer = await open_related(bob, card)

    assert answer.ephemeral
    assert f"### {FOGHORN}" in text(answer)
    assert f"### {FOGHORN}" not in text(card)


async def test_a_private_card_leads_to_private_cards(alice, channel):
    card = await alice.slash(channel, "ask", question="keepers", private=True)

    answer = await open_related(alice, card)

    assert answer.ephemeral


async def test_in_a_direct_message_a_related_question_is_answered_for_good(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    card = await carol.slash("ask", question="keepers")

    answer = await open_related(carol, card)

    assert not answer.ephemeral


async def test_in_a_direct_message_a_private_card_stays_private(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    card = await carol.slash("ask", question="keepers", private=True)

    answer = await open_related(carol, card)

    assert answer.ephemeral


async def test_a_suggestion_works_after_a_restart(
    simcord_env: Env, make_bot, alice, channel, suggestion
):
    await simcord_env.restart_bot(make_bot())

    await alice.click(suggestion, label=FOGHORN)

    (message,) = replies(channel)
    assert f"### {FOGHORN}" in text(message)


async def test_a_related_question_works_after_a_restart(
    simcord_env: Env, make_bot, alice, channel
):
    card = await alice.slash(channel, "ask", question="keepers")
    await simcord_env.restart_bot(make_bot())

    answer = await open_related(alice, card)

    assert f"### {FOGHORN}" in text(answer)


async def test_a_button_of_an_entry_that_is_gone_says_so_privately(
    simcord_env: Env, thinned: Index, store: Store, alice, channel, suggestion
):
    """The base changed between the card and the press; the suggestion itself stays."""
    await simcord_env.restart_bot(Client(thinned, store))

    answer = await alice.click(suggestion, label=FOGHORN)

    assert answer.ephemeral
    assert "taken out of my sources" in text(answer)
    (message,) = replies(channel)
    assert text(message).startswith("### Did you mean")


async def test_a_swapped_index_answers_at_once(simcord_env: Env, thinned: Index, alice, channel):
    """The client reads its index at each use, so that knowledge can change while it runs."""
    simcord_env.bot.index = thinned

    card = await alice.slash(channel, "ask", question="foghorn")

    assert FOGHORN not in text(card)
