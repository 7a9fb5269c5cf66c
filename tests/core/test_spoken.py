"""What a message says in its writer's own words."""

from __future__ import annotations

import pytest

from bot.core.spoken import mentions, own_words


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ("who bakes?", "who bakes?"),
        ("say `@Footnote help` to it", "say   to it"),
        ("``a ` b`` and so", "and so"),
        ("```py\nprint(1)\n``` why?", "why?"),
        ("> who bakes?\nno idea", "no idea"),
        ("look:\n> a\n> b\nwhy?", "look:\n\n\nwhy?"),
        ("look\n>>> all of\nthe rest", "look"),
        (">not a quote", ">not a quote"),
        ("3 > 2", "3 > 2"),
        ("a ` alone", "a ` alone"),
        ("> only a quote", ""),
        ("", ""),
    ],
)
def test_code_and_quotes_are_not_the_writers_own_words(content: str, own: str):
    assert own_words(content) == own


@pytest.mark.parametrize("content", ["<@7> hi", "hi <@!7>"])
def test_a_mention_is_seen_in_either_form(content: str):
    assert mentions(content, 7)
    assert not mentions(content, 77)
