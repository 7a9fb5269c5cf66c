"""Whatever people type, it is read, decided on and answered within bounds, and always alike."""

from __future__ import annotations

import math

from hostile import odd_texts
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.cues import cue, topic
from bot.core.decide import decide
from bot.core.guards import asked
from bot.core.index import Index
from bot.core.language import language
from bot.core.model import Alias, Base, Entry, Kind, Wording
from bot.core.reply import reply
from bot.core.split import split
from bot.core.text import LENGTH_LIMIT, Glossary, clean, is_east_asian, words


@given(odd_texts)
def test_a_text_is_read_as_words_that_read_the_same_again(text: str) -> None:
    found = words(text)

    assert words(" ".join(found)) == found
    assert all(word and not word.isspace() for word in found)


@given(odd_texts, st.integers(1, LENGTH_LIMIT))
def test_what_is_read_is_never_longer_than_the_limit(text: str, times: int) -> None:
    """One character may stand for eighteen."""
    assert len(clean(text * times)) <= LENGTH_LIMIT


@given(odd_texts)
def test_what_only_looks_at_a_text_takes_any(text: str) -> None:
    assert language(text) in ("", "de", "en", "es", "fr", "ja", "ko")
    assert asked(text) == asked(text)
    assert cue(text) is cue(text)
    assert topic(text) == topic(text)
    assert 1 <= len(split(text)) <= 3


@given(st.lists(st.lists(odd_texts, min_size=1, max_size=4), max_size=4), odd_texts)
def test_a_glossary_of_any_names_reads_any_text(names: list[list[str]], text: str) -> None:
    glossary = Glossary(Alias(name, tuple(others)) for name, *others in names)
    read = glossary.read(words(text))

    assert set(read) <= glossary.vocabulary | set(words(text))


@settings(deadline=None)
@given(odd_texts)
def test_any_question_gets_a_decision_and_the_same_one_twice(index: Index, text: str) -> None:
    decision = decide(index, text)

    assert decide(index, text) == decision
    assert 0 <= decision.confidence <= 1
    assert reply(decision, index.base).passages
    for match in index.search(text, limit=20):
        assert 0 <= match.score <= 1
        assert 0 <= match.confidence <= 1
        assert math.isfinite(match.lead)


@st.composite
def odd_bases(draw: st.DrawFn) -> Base:
    """A base of a few entries that nobody can have meant, some of them alike."""
    ways = st.lists(odd_texts, min_size=1, max_size=5).map(tuple)
    entries = [
        Entry(f"e{number}", "s", draw(st.sampled_from(Kind)), (Wording("en", *asked_as),), (), ())
        for number, asked_as in enumerate(
            draw(st.lists(st.tuples(odd_texts, odd_texts, ways), max_size=4))
        )
    ]
    glossary = tuple(
        Alias(*names) for names in draw(st.lists(st.tuples(odd_texts, ways), max_size=2))
    )
    return Base((), tuple(entries), (), glossary, "v")


@settings(deadline=None)
@given(odd_bases(), odd_texts)
def test_any_base_can_be_searched(base: Base, text: str) -> None:
    index, again = Index(base), Index(base)
    known = [phrasing for entry in base.entries for phrasing in entry.wordings[0].phrasings]

    for question in (text, *known):
        assert again.search(question, limit=9) == index.search(question, limit=9)
        assert reply(decide(index, question), base).passages
        assert len(index.complete(question, limit=3)) <= 3
    assert all(is_east_asian(word) or word.strip() for word in index.read(text).words)
