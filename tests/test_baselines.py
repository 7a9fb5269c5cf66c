"""What others do with the same base, on cases that can be worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from rapidfuzz import fuzz

from bot.baselines.baseline import Baseline, Phrasings
from bot.baselines.bm25 import BM25
from bot.baselines.fts5 import FTS5
from bot.baselines.fuzzy import Fuzzy
from bot.baselines.names import Name, build
from bot.baselines.nearest import Nearest
from bot.core.features import Floats
from bot.core.model import Base, Entry, Form, Kind, SmallTalk, Source, Wording
from bot.errors import ExtraError

TALK = SmallTalk("hello", "en", "Hello.", ("good morning",))
LEXICAL = ("wratio", "token_set", "bm25", "fts5")


def entry(id_: str, *texts: str, kind: Kind = Kind.REPORTED, ko: str = "") -> Entry:
    """An entry that is asked for by *texts*, and in Korean by *ko*."""
    own = Wording("en", texts[0], "Yes.", texts[1:])
    translation = (Wording("ko", ko, "네.", ()),) if ko else ()
    return Entry(id_, "s", kind, (own, *translation), (), ())


def small_base(*entries: Entry) -> Base:
    """A base of *entries* and one greeting."""
    source = Source(
        "s",
        Form.ARTICLE,
        "Title",
        "Paper",
        "Someone",
        date(2026, 1, 2),
        "https://s.example",
        (),
        (),
    )
    return Base((source,), entries, (TALK,), (), "0123456789ab")


GRANITE = entry("granite", "red granite tower", ko="화강암")
HARBOUR = entry("harbour", "harbour", "white tower office")
COST = entry("nc-cost", "price of the lamp", kind=Kind.NOT_COVERED)
BASE = small_base(GRANITE, HARBOUR, COST)


DEGREES = {"north": 0.0, "north-east": 45.0, "east": 90.0, "good morning": 180.0, "nnw": -20.0}


class Compass:
    """An encoder that knows how many degrees each text points to."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return a point on the unit circle for each of *texts*."""
        angles = [math.radians(DEGREES[text]) for text in texts]
        return np.array([(math.cos(each), math.sin(each)) for each in angles], dtype=np.float32)

    learn = encode


@pytest.fixture(scope="module")
def baselines() -> dict[str, Baseline]:
    return build([Name.ALL], BASE, None)


def test_all_phrasings_are_searched_in_every_language_and_small_talk_too():
    assert Phrasings(BASE).texts == [
        *("red granite tower", "화강암", "harbour", "white tower office"),
        *("price of the lamp", "good morning"),
    ]


@pytest.mark.parametrize("name", LEXICAL)
@pytest.mark.parametrize(
    ("question", "reached"),
    [
        ("Red granite tower?", GRANITE),
        ("화강암", GRANITE),
        ("HARBOUR!", HARBOUR),
        ("price of the lamp", None),
        ("good morning", None),
        ("xyzzy", None),
        ('"?! * NEAR(', None),
        ("", None),
    ],
)
def test_a_phrasing_in_its_own_words_reaches_its_entry_and_a_decline_none(
    baselines: dict[str, Baseline], name: str, question: str, reached: Entry | None
):
    assert baselines[name].answer(question)[0] is reached


def test_extract_one_gives_nothing_below_eighty():
    """Of the 25 characters of "harbour" and "harbour wall seats" 14 are shared: 56 of 100."""
    ratio = Fuzzy(BASE, fuzz.ratio)

    assert ratio.answer("harbour") == (HARBOUR, 100)
    assert ratio.answer("harbours") == (HARBOUR, pytest.approx(100 * 14 / 15))
    assert ratio.answer("harbour wall seats") == (None, 0)


def test_a_shared_word_is_enough_for_token_set_ratio():
    """It is why these bots answer what they cannot know."""
    assert Fuzzy(BASE, fuzz.token_set_ratio).answer("why did the harbour burn") == (HARBOUR, 100)


def test_bm25_weighs_a_word_by_how_rare_it_is_and_how_short_the_text():
    """Three texts of 3, 2 and 1 words, 2 on average: "granite" stands in the first alone."""
    base = Base((), (entry("a", "red granite tower", "white tower", "harbour"),), (), (), "0")
    rarity = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    length_norm = 1.2 * (1 - 0.75 + 0.75 * 3 / 2)

    _, score = BM25(base).answer("granite")

    assert score == pytest.approx(rarity * 2.2 / (1 + length_norm))
    assert score == pytest.approx(0.8143, abs=1e-4)


def test_bm25_prefers_the_shorter_of_two_texts_with_the_same_words():
    first = entry("long", "the old tower by the sea")
    second = entry("short", "old tower")

    assert BM25(small_base(first, second)).answer("tower old")[0] is second


@pytest.mark.parametrize(
    "question", ["red tower", "office tower", "granite harbour", "which price has the tower"]
)
def test_sqlite_agrees_with_bm25_on_the_first_phrasing(question: str):
    assert FTS5(BASE).answer(question)[0] is BM25(BASE).answer(question)[0]


def test_the_nearest_phrasing_is_the_one_with_the_highest_cosine():
    north, east = entry("north", "north"), entry("east", "east", "north-east")
    nearest = Nearest(small_base(north, east), Compass())

    found, cosine = nearest.answer("nnw")

    assert found is north
    assert cosine == pytest.approx(math.cos(math.radians(20)))
    assert nearest.answer("north-east") == (east, pytest.approx(1))
    assert nearest.answer("good morning")[0] is None


def test_all_means_those_that_can_run_here():
    north = small_base(entry("north", "north"))

    assert list(build([Name.ALL], north, None)) == [*LEXICAL]
    assert list(build([Name.BM25, Name.ALL], north, Compass())) == [*LEXICAL, "minilm"]


def test_a_baseline_that_is_named_twice_runs_once():
    assert list(build([Name.FTS5, Name.BM25, Name.FTS5], BASE, None)) == ["fts5", "bm25"]


def test_minilm_by_name_needs_an_encoder():
    with pytest.raises(ExtraError, match=r'pip install "\.\[meaning\]"'):
        build([Name.MINILM], BASE, None)
