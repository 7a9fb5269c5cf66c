"""A decision as one JSON object, for programs that read what was answered."""

from __future__ import annotations

import json

import pytest
from builders import BAKERY, FUEL, HELLO, NO_PRICE, SORTS

from bot.core.decide import choose
from bot.core.model import Chat, Decision, Decline, NothingFound, Suggest
from bot.core.record import outcome, record, shown

REASONS = choose(BAKERY, "fuel", "en").reasons
ANSWER = choose(BAKERY, "fuel", "en")
SUGGEST = Suggest((FUEL, SORTS), "en", 0.25, REASONS)
CURATED = choose(BAKERY, "nc-price", "en")
GREETING = Decline(Chat(HELLO), (), "en", 0.9, REASONS)
NOTHING = Decline(NothingFound(), (), "en", 0.0, REASONS)

KEYS = [
    "id",
    "decision",
    "entry",
    "cites",
    "urls",
    "choices",
    "confidence",
    "answer",
    "latency_ms",
]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (ANSWER, ("answer", "fuel", ["p2"], [])),
        (
            SUGGEST,
            (
                "suggest",
                None,
                [],
                [{"entry": "fuel", "cites": ["p2"]}, {"entry": "sorts", "cites": ["p4"]}],
            ),
        ),
        (
            CURATED,
            ("decline", "nc-price", ["p4"], [{"entry": "sorts", "cites": ["p4"]}]),
        ),
        (GREETING, ("decline", None, [], [])),
        (NOTHING, ("decline", None, [], [])),
    ],
)
def test_a_record_has_the_same_keys_whatever_was_decided(
    decision: Decision, expected: tuple[object, ...]
):
    found = record("q1", decision, BAKERY, latency_ms=1.23456)

    assert list(found) == KEYS
    assert (found["id"], found["latency_ms"]) == ("q1", 1.235)
    assert (found["decision"], found["entry"], found["cites"], found["choices"]) == expected
    assert 0 <= found["confidence"] <= 1
    assert len(found["urls"]) == len(found["cites"])
    assert all(url.startswith("https://") for url in found["urls"])
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (ANSWER, "The oven is heated with beech logs."),
        (CURATED, "The article gives no price."),
        (GREETING, "Hello. Ask me about the bakery."),
        (SUGGEST, ""),
    ],
)
def test_the_answer_of_a_record_is_the_text_that_was_shown(decision: Decision, text: str):
    assert record("q1", decision, BAKERY, latency_ms=0)["answer"] == text


@pytest.mark.parametrize(
    ("decision", "name", "entry"),
    [
        (ANSWER, "answer", FUEL),
        (SUGGEST, "suggest", None),
        (CURATED, "decline", NO_PRICE),
        (NOTHING, "decline", None),
    ],
)
def test_a_decision_has_a_name_and_shows_one_entry_or_none(decision, name: str, entry):
    assert outcome(decision) == name
    assert shown(decision) == ((entry,) if entry else ())
