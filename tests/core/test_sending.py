"""Who may send a question to the curators, and what of it is sent."""

from __future__ import annotations

import pytest

from bot.core.decide import choose, decide
from bot.core.index import Index
from bot.core.notice import gone
from bot.core.reply import reply
from bot.core.sending import WORDS_LIMIT, may_be_sent, typed
from bot.core.speech import ENGLISH


def test_a_question_may_be_sent_where_nothing_was_found(index: Index):
    nothing = decide(index, "xyzzy plugh")
    assert may_be_sent(reply(nothing, index.base))


def test_a_card_that_answers_or_answers_no_question_offers_no_sending(index: Index):
    for entry in index.base.entries:
        assert not may_be_sent(reply(choose(index.base, entry.id, "en"), index.base))
    assert not may_be_sent(gone(ENGLISH))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<@7> who baked it?", "who baked it?"),
        ("hey <@!7>,\n who   baked it?", "hey , who baked it?"),
        ("ask <@8>", "ask <@8>"),
        ("<@7>", ""),
        ("x" * 2000, "x" * WORDS_LIMIT),
    ],
)
def test_a_message_is_sent_without_the_bots_own_mention(content: str, words: str):
    assert typed(content, my_id=7) == words
