"""The gist of a decision fits into a button and says the same when it is read again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import DEFAULT, Policy, choose, decide
from bot.core.gist import PATTERN, Matched, Picked, Unmatched, Verdict, gist, read, written
from bot.core.guards import ways_to_ask
from bot.core.index import Index

CUSTOM_ID_LIMIT = 100
NEEDED = round(100 * DEFAULT.answer)

percents = st.integers(0, 100)
gists = st.one_of(
    st.builds(Picked, st.just("0123456789ab")),
    st.builds(Unmatched, st.just("0123456789ab"), percents),
    st.builds(
        Matched,
        st.just("0123456789ab"),
        st.sampled_from(Verdict),
        st.sampled_from(["x" * 48, "nc-price", "picked"]),
        st.integers(0, 9999),
        percents,
        percents,
    ),
)


@given(gists)
def test_every_gist_fits_into_a_button_and_is_read_again(found):
    text = written(found)

    assert len(f"footnote:why:en:{text}") <= CUSTOM_ID_LIMIT
    assert re.fullmatch(PATTERN, text)
    assert read(text) == found


@pytest.mark.parametrize("text", ["", "0123456789ab", "0123456789ab:fuel"])
def test_another_text_is_no_gist(text: str):
    with pytest.raises(ValueError, match="no gist"):
        read(text)


def test_the_gist_of_an_answer_names_phrasing_confidence_and_threshold(index: Index):
    decision = decide(index, "which feul heats the stove")

    found = gist(decision)

    assert isinstance(found, Matched)
    assert (found.verdict, found.entry_id, found.threshold) == (Verdict.ANSWER, "fuel", NEEDED)
    assert found.confidence == round(100 * decision.confidence)
    _, phrasing = ways_to_ask(index.base.by_id["fuel"])[found.phrasing]
    assert phrasing == "which fuel heats the stove"


@pytest.mark.parametrize(
    ("policy", "verdict"),
    [(Policy(answer=1.0), Verdict.SUGGEST), (Policy(answer=0.0), Verdict.ANSWER)],
)
def test_a_gist_tells_what_became_of_the_question(index: Index, policy: Policy, verdict: Verdict):
    found = gist(decide(index, "what heats the stove", policy))

    assert isinstance(found, Matched)
    assert found.verdict is verdict


@pytest.mark.parametrize("entry_id", ["fuel", "nc-price"])
def test_an_entry_that_was_picked_was_compared_with_nothing(index: Index, entry_id: str):
    assert gist(choose(index.base, entry_id, "en")) == Picked(index.base.version)


def test_a_question_without_words_comes_near_nothing(index: Index):
    assert gist(decide(index, "🎉")) == Unmatched(index.base.version, NEEDED)
