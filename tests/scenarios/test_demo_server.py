"""The demo's server, as one finds it when the page opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cards import buttons, links, replies, text
from pings import leaving_pings_open

from bot.core.index import Index
from bot.demo.clock import set_back
from bot.demo.conversation import LASTS_S, converse
from bot.demo.server import Server, open_server


@asynccontextmanager
async def talked(index: Index) -> AsyncIterator[Server]:
    """The server after the conversation. (simcord is left in the task that entered it.)"""
    async with open_server(index) as server:
        set_back(server.env, by_s=LASTS_S)
        await converse(server, index)
        yield server
        assert server.env.errors == []
        assert leaving_pings_open(server.env.http_requests) == []


async def test_nobody_is_told_to_wait_and_nothing_goes_unanswered(index: Index):
    async with talked(index) as server:
        said = [message.content for message in server.ask.history() if not message.author.bot]
        cards = [text(card) for card in replies(server.ask)]

    *answers, _welcome = cards
    assert len(answers) == sum("<@" in content for content in said) > 3
    assert not [card for card in cards if "Answered just above" in card]


async def test_the_bot_says_last_what_this_is_and_what_to_try(index: Index):
    async with talked(index) as server:
        before, last = replies(server.ask)[-2:]
        card = await server.jimin.click(last, label="Will there be a foghorn?")

    assert list(links(last)) == ["Two lamps over Ellery"]
    assert "@Footnote and a question" in text(last)
    assert all(name in text(last) for name in ("Sam", "지민", "さくら"))
    assert card.ephemeral
    assert "The author expects" in text(card)
    assert buttons(before) == ["Helpful", "Not right", "Why?", "More"]


async def test_the_curators_find_a_trial_a_sent_question_and_a_report(index: Index):
    async with talked(index) as server:
        trial, sent, report = map(text, replies(server.curators))
        assert replies(server.trial) == []

    assert "What I would have said" in trial
    assert "A member asks, and I found no answer" in sent
    assert "A member says that this is not right" in report


async def test_the_bot_answers_directly_too(index: Index):
    async with talked(index) as server:
        assert len(replies(server.robin.user.dm_channel)) == 1


async def test_everybody_is_told_things_in_the_language_of_their_discord(index: Index):
    async with open_server(index) as server:
        helped = [text(await each.slash(server.ask, "help")) for each in server.members]

    headings = [each.splitlines()[0] for each in helped]
    assert headings == ["### How to ask"] * 2 + ["### 질문하는 방법", "### 質問のしかた"]


async def test_only_who_moderates_gets_settings_and_sees_the_curators(index: Index):
    async with open_server(index) as server:
        ask, curators = server.ask, server.curators
        can_set = [each for each in server.members if "settings" in each.available_commands(ask)]
        inside = [each for each in server.members if each.available_commands(curators)]

        assert can_set == inside == [server.sam]
