"""An answer that one person sees is posted for all where that is theirs to decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.decide import choose
from bot.core.model import Answer, Base
from bot.core.noise import Place
from bot.core.posting import (
    ANYTHING,
    BROUGHT_ALONG,
    DOUBTFUL,
    I_MAY_NOT,
    NOT_SHARED,
    TRIED_OUT,
    YOU_MAY_NOT,
    AsReply,
    AsResponse,
    Standing,
    Way,
    chosen,
    way_to_post,
)

ABROAD = replace(ANYTHING, is_member=False, bot_may_write=False)


@pytest.mark.parametrize(
    ("standing", "way"),
    [
        (ANYTHING, AsReply()),
        (replace(ANYTHING, may_share=False), AsReply()),
        (replace(ANYTHING, bot_may_write=False), I_MAY_NOT),
        (replace(ANYTHING, person_may_write=False), YOU_MAY_NOT),
        (ABROAD, AsResponse()),
        (replace(ABROAD, may_share=False), NOT_SHARED),
        (replace(ABROAD, person_may_write=False), YOU_MAY_NOT),
        (BROUGHT_ALONG, AsResponse()),
        (replace(ANYTHING, place=Place.SHADOWED), TRIED_OUT),
        (replace(ANYTHING, place=Place.UNKNOWN), DOUBTFUL),
        (replace(ANYTHING, place=Place.CLOSED), AsReply()),
    ],
)
def test_nobody_gets_the_bot_to_write_where_they_may_not(standing: Standing, way: Way):
    assert way_to_post(standing) == way


def test_several_entries_are_shown_as_one_answer_in_their_order(base: Base):
    decision = chosen(base, ("loaves", "fuel"), "en")

    assert isinstance(decision, Answer)
    assert [entry.id for entry in decision.entries] == ["loaves", "fuel"]


@pytest.mark.parametrize("entry_id", ["loaves", "nc-price"])
def test_one_entry_is_shown_as_if_it_had_been_picked(base: Base, entry_id: str):
    assert chosen(base, (entry_id,), "en") == choose(base, entry_id, "en")


@pytest.mark.parametrize("entry_ids", [("gone",), ("loaves", "gone")])
def test_an_entry_that_is_gone_is_not_left_out_in_silence(base: Base, entry_ids: tuple[str, ...]):
    with pytest.raises(KeyError):
        chosen(base, entry_ids, "en")
