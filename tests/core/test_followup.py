"""A reply to a card is understood from the card."""

from __future__ import annotations

import pytest
from builders import BAKERY, entry, small_base

from bot.core.followup import Cite, Thread, follow
from bot.core.index import Index
from bot.core.model import (
    Answer,
    Chat,
    Decision,
    Decline,
    NotCovered,
    NothingFound,
    Suggest,
    Wording,
)

NORTH = entry(
    "north",
    "What is the north tower built of?",
    "which stone is the north tower made of",
    "material of the north tower",
    "north tower granite",
    "what did they build the north tower from",
    related=("south", "why-north", "nc-cost"),
    translations=(
        Wording(
            "ko", "북쪽 탑은 무엇으로 지었나요?", "화강암입니다.", ("북쪽 탑 재료", "북쪽 탑 돌")
        ),
        Wording(
            "ja", "北の塔は何でできていますか？", "花崗岩です。", ("北の塔の材料", "北の塔の石")
        ),
    ),
)
SOUTH = entry(
    "south",
    "What is the south tower built of?",
    "which stone is the south tower made of",
    "material of the south tower",
    "south tower concrete",
    "what did they build the south tower from",
    related=("north",),
    translations=(
        Wording(
            "ko", "남쪽 탑은 무엇으로 지었나요?", "콘크리트입니다.", ("남쪽 탑 재료", "남쪽 탑")
        ),
        Wording(
            "ja", "南の塔は何でできていますか？", "コンクリートです。", ("南の塔の材料", "南の塔")
        ),
    ),
)
WHY = entry(
    "why-north",
    "Why was the north tower built of granite?",
    "why did they choose granite for the north tower",
    "reason for the granite",
    "why granite",
    "why not brick",
)
KEEPER = entry(
    "keeper",
    "Who keeps the lamps?",
    "name of the keeper",
    "who is the keeper of the lamps",
    "who lights the lamps",
    "keeper",
)
COST = entry(
    "nc-cost",
    "How much did the towers cost?",
    "price of the north tower",
    "what did the towers cost",
    "how much money was spent",
    "cost",
    kind=BAKERY.by_id["nc-price"].kind,
    related=("north",),
)
TOWERS = small_base(NORTH, SOUTH, WHY, KEEPER, COST, small_talk=BAKERY.small_talk)


@pytest.fixture(scope="module")
def towers() -> Index:
    return Index(TOWERS)


def opened(decision: Decision | Cite) -> str:
    match decision:
        case Answer(found) | Decline(NotCovered(found)):
            return found.id
        case _:
            pytest.fail(f"opens nothing: {decision}")


@pytest.mark.parametrize(
    ("card", "text", "expected"),
    [
        (NORTH, "and why?", "why-north"),
        (NORTH, "what about the south tower?", "south"),
        (NORTH, "and the south one?", "south"),
        (SOUTH, "how about the north?", "north"),
        (NORTH, "how much did it cost?", "nc-cost"),
        (NORTH, "and what did it cost", "nc-cost"),
        (NORTH, "남쪽 탑은요?", "south"),
        (NORTH, "南の塔は？", "south"),
        (NORTH, "more", "south"),
        (COST, "what else?", "north"),
        (NORTH, "더 알려줘", "south"),
    ],
)
def test_half_a_question_is_read_beside_the_cards(towers, card, text, expected):
    assert opened(follow(towers, Thread((card,), text))) == expected


@pytest.mark.parametrize("text", ["why?", "and how come?", "왜요?", "なぜですか？"])
def test_who_asks_why_is_offered_the_reasons_around_the_card(towers, text):
    """The south tower's card is related to the north tower's, and that one to a reason."""
    decision = follow(towers, Thread((SOUTH,), text))

    assert isinstance(decision, Suggest)
    assert [each.id for each in decision.entries] == ["why-north"]


def test_entries_without_a_word_of_the_replys_script_do_not_fit(towers):
    """Two of the five are in Korean: the others are neither opened nor offered."""
    assert opened(follow(towers, Thread((NORTH,), "재료"))) == "south"


@pytest.mark.parametrize(
    ("text", "lang"), [("more", "en"), ("더 자세히", "ko"), ("もっと", "ja"), ("南の塔は？", "ja")]
)
def test_the_answer_speaks_the_language_of_the_reply(towers, text, lang):
    assert follow(towers, Thread((NORTH,), text)).lang == lang


def test_more_does_not_show_again_what_was_shown(towers):
    thread = Thread((NORTH,), "more", seen=frozenset({"south", "north"}))

    assert opened(follow(towers, thread)) == "why-north"


def test_more_says_so_when_there_is_no_more(towers):
    thread = Thread((SOUTH,), "more", seen=frozenset({"north"}))

    decision = follow(towers, thread)

    assert isinstance(decision, Decline)
    assert isinstance(decision.cause, NothingFound)


@pytest.mark.parametrize("text", ["when?", "where?", "and who?"])
def test_a_bare_question_that_nothing_related_answers_is_declined_with_what_is_related(
    towers, text
):
    """By itself "when?" would be near anything that gives a date."""
    decision = follow(towers, Thread((NORTH,), text))

    assert isinstance(decision, Decline)
    assert isinstance(decision.cause, NothingFound)
    assert [each.id for each in decision.near] == ["south", "why-north"]


@pytest.mark.parametrize("text", ["source?", "who said that?", "출처는?", "出典は？"])
def test_who_asks_for_the_source_is_told_of_the_card(towers, text):
    found = follow(towers, Thread((NORTH, KEEPER), text))

    assert isinstance(found, Cite)
    assert found.entries == (NORTH, KEEPER)


@pytest.mark.parametrize(
    ("card", "text", "expected"),
    [
        (NORTH, "who keeps the lamps?", "keeper"),
        (NORTH, "what stone did they build the south tower from", "south"),
        (KEEPER, "what did they build the north tower from", "north"),
    ],
)
def test_a_full_question_in_a_reply_is_matched_as_usual(towers, card, text, expected):
    assert opened(follow(towers, Thread((card,), text))) == expected


def test_thanks_are_thanks_in_a_reply_too(towers):
    decision = follow(towers, Thread((NORTH,), "hello bot"))

    assert isinstance(decision, Decline)
    assert isinstance(decision.cause, Chat)


@pytest.mark.parametrize("text", ["and the north tower?", "what about the north tower?"])
def test_the_card_itself_is_not_the_answer_to_a_reply(towers, text):
    """Nothing fits such a reply better, and it has been read already."""
    decision = follow(towers, Thread((NORTH,), text))

    assert isinstance(decision, Suggest)
    assert decision.entries == (COST,)


def test_a_reply_gives_its_reasons(towers):
    decision = follow(towers, Thread((NORTH,), "what about the south tower?"))

    assert isinstance(decision, Answer)
    best = decision.reasons.matches[0]
    assert best.target == SOUTH
    assert best.confidence == decision.confidence >= decision.reasons.threshold
    assert dict(decision.reasons.counted)["south"] > 0
