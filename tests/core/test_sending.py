"""Who may send a question to the curators, who may deal with it, and what of it is sent."""

from __future__ import annotations

import pytest

from bot.core.decide import choose, decide
from bot.core.index import Index
from bot.core.notice import gone
from bot.core.reply import reply
from bot.core.sending import WORDS_LIMIT, is_curator, may_be_sent, typed
from bot.core.server import ServerSettings
from bot.core.speech import ENGLISH

CURATORS, OTHERS = 5, 6


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


@pytest.mark.parametrize(
    ("role", "has", "manages", "may"),
    [
        (CURATORS, [OTHERS, CURATORS], False, True),
        (CURATORS, [OTHERS], False, False),
        (CURATORS, [], True, True),
        (0, [], True, True),
        (0, [OTHERS], False, False),
        (0, [], False, False),
    ],
)
def test_curators_have_the_role_or_manage_the_server(
    role: int, has: list[int], manages: bool, may: bool
):
    assert is_curator(ServerSettings(curator_role=role), has, manages=manages) is may
