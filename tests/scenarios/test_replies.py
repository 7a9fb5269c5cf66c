"""Members reply to a card, and are understood from it."""

from __future__ import annotations

import discord
import pytest
from cards import links, replies, text
from simcord import Env

from bot.store import Store

SOUTH = "### What is the south tower built of?"
KEEPERS = "### Does anybody live in the lighthouses?"
NORTH = "### What is the north tower built of?"


@pytest.fixture
def reply(simcord_env: Env, channel):
    """Reply to the last card, once the cooldown is over, and return the bot's answer."""

    async def send(actor, content: str, *, to: discord.Message) -> discord.Message:
        await simcord_env.advance_time(6)
        await actor.send(channel, content, reply_to=to)
        return replies(channel)[-1]

    return send


@pytest.fixture
async def card(alice, channel, me) -> discord.Message:
    await alice.send(channel, f"{me} what is the north tower built of?")
    (answer,) = replies(channel)
    assert NORTH in text(answer)
    return answer


async def test_half_a_question_is_read_beside_the_cards(alice, card, reply):
    answer = await reply(alice, "what about the south tower?", to=card)

    assert SOUTH in text(answer)


async def test_anybody_may_reply_to_a_card(bob, card, reply):
    assert SOUTH in text(await reply(bob, "and the south?", to=card))


async def test_more_opens_what_is_related_and_then_what_was_not_shown_yet(alice, card, reply):
    first = await reply(alice, "tell me more", to=card)
    second = await reply(alice, "more", to=first)

    assert SOUTH in text(first)
    assert "### When was the second lighthouse lit?" in text(second)


async def test_who_asks_for_the_source_gets_the_passage(alice, card, reply):
    answer = await reply(alice, "who said that?", to=card)

    assert "From “Two lamps over Ellery” by Mara Quill." in text(answer)
    assert list(links(answer)) == ["Paragraph 2", "Paragraph 1"]


async def test_a_full_question_is_matched_as_usual(alice, card, reply):
    answer = await reply(alice, "does anybody live in the lighthouses?", to=card)

    assert KEEPERS in text(answer)


async def test_a_question_that_the_card_does_not_answer_is_declined_with_what_is_related(
    alice, card, reply
):
    answer = await reply(alice, "and why?", to=card)

    assert "I found no answer to that" in text(answer)


@pytest.mark.parametrize(
    ("content", "lead"), [("더 알려줘", "기사에 따르면"), ("もっと詳しく", "記事によると")]
)
async def test_a_reply_in_another_language_is_answered_in_it(alice, card, reply, content, lead):
    """The small base is in English; what the bot says around it is not."""
    answer = await reply(alice, content, to=card)

    assert SOUTH in text(answer)
    assert lead in text(answer)


async def test_a_reply_is_understood_after_a_restart(
    simcord_env: Env, make_bot, alice, card, reply
):
    await simcord_env.restart_bot(make_bot())

    assert SOUTH in text(await reply(alice, "and the south?", to=card))


async def test_a_card_of_a_command_is_known_too(alice, channel, me, reply):
    """Without the mention Discord would hide what the reply says."""
    card = await alice.slash(channel, "ask", question="north-granite")

    assert SOUTH in text(await reply(alice, f"{me} and the south?", to=card.response))


async def test_a_reply_to_a_link_to_an_answer_is_understood_from_that_answer(
    simcord_env: Env, make_bot, bob, channel, me, card, reply
):
    """After a restart too; and the link is no answer to be linked to in its turn."""
    await simcord_env.advance_time(6)
    await bob.send(channel, f"{me} what is the north tower built of?")
    (_, link) = replies(channel)
    assert text(link).startswith("-# Answered just above")
    await simcord_env.restart_bot(make_bot())

    assert SOUTH in text(await reply(bob, "tell me more", to=link))


async def test_a_reply_to_a_card_of_sources_is_understood_from_what_they_carry(alice, card, reply):
    sources = await reply(alice, "source?", to=card)

    assert SOUTH in text(await reply(alice, "tell me more", to=sources))


async def test_a_suggestion_that_was_picked_is_the_card_that_it_became(alice, channel, me, reply):
    await alice.send(channel, f"{me} how many foghorns will there be?")
    (suggestion,) = replies(channel)
    await alice.click(suggestion, label="Will there be a foghorn?")
    (card,) = replies(channel)

    assert KEEPERS in text(await reply(alice, "more", to=card))


async def test_a_reply_to_a_card_without_an_answer_is_an_ordinary_question(
    alice, channel, me, reply
):
    await alice.send(channel, f"{me} hello")
    (greeting,) = replies(channel)

    assert "Mara Quill" in text(await reply(alice, "who wrote the article?", to=greeting))


async def test_without_the_store_a_reply_is_understood_from_the_cards_buttons(
    store: Store, alice, card, reply
):
    await store.cards.forget(card.id)

    assert SOUTH in text(await reply(alice, "and the south?", to=card))
