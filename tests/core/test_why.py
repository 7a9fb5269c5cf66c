"""Why: lines that a moderator can read, the same each time."""

from __future__ import annotations

from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Answer, Base
from bot.core.why import why


def test_an_answer_tells_what_it_rests_on(index: Index):
    decision = decide(index, "which feul heats the stove")

    told = dict(why(decision))

    assert isinstance(decision, Answer)
    assert told["read as"] == "which fuel heats the stove"
    assert told["nearest phrasing"] == f"which fuel heats the stove [{decision.entry.id}]"
    assert "fuel" in told["what counted"]
    assert "ahead of its best rival" in told["score"]
    assert told["guard"] == "no objection"
    assert told["base"] == index.base.version


def test_a_guard_is_named_with_the_entry_that_it_stopped(index: Index):
    told = why(decide(index, "how many kinds of fuel heats the stove"))

    assert (
        "guard",
        "fuel: The question asks for a number, which this entry does not give.",
    ) in told


def test_a_question_without_words_is_explained_too(index: Index):
    assert why(decide(index, "🎉"))[0] == ("read as", "no words")


def test_the_same_question_is_explained_alike_to_the_last_digit(base: Base):
    first, second = (why(decide(Index(base), "what do they burn")) for _ in range(2))

    assert first == second
