"""What else a question may have meant."""

from __future__ import annotations

from bot.core.decide import choose, decide
from bot.core.index import Index
from bot.core.runners_up import runners_up


def test_what_came_near_is_offered_best_first_without_what_is_shown(index: Index):
    decision = decide(index, "how many loaves leave the oven each morning")

    assert [entry.id for entry in runners_up(decision)][:1] == ["sorts"]
    assert "loaves" not in [entry.id for entry in runners_up(decision)]


def test_a_curated_decline_is_no_alternative(index: Index):
    decision = decide(index, "what is the price of types of bread")

    assert decision.reasons.matches[0].target.id in ("nc-price", "sorts")
    assert "nc-price" not in [entry.id for entry in runners_up(decision)]


def test_nothing_came_near_what_was_picked_from_a_list(index: Index):
    assert runners_up(choose(index.base, "fuel", "en")) == ()
