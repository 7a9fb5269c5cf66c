"""The knowledge that comes along, asked once on Discord."""

from __future__ import annotations

import pytest
from cards import links, text

from bot import answers
from bot.client import Client
from bot.core.index import Index
from bot.core.sending import may_be_sent
from bot.demo.conversation import STRAYS
from bot.store import Store


@pytest.fixture
def simcord_bot(shipped_index: Index, store: Store) -> Client:
    return Client(shipped_index, store)


async def test_the_shipped_base_answers_with_a_link_to_the_passage(alice, channel):
    card = await alice.slash(channel, "ask", question="agreed")

    assert "### What did the two ministers agree on?" in text(card)
    assert all(":~:text=" in url for url in links(card).values())


@pytest.mark.parametrize("stray", STRAYS)
def test_the_demo_can_show_a_question_that_found_no_answer(shipped_index: Index, stray: str):
    """Small talk and curated declines that catch it too would hide what members see then."""
    assert may_be_sent(answers.ask(shipped_index, stray))
