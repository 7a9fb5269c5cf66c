"""Texts as vectors: how much of a question the base knows."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.vocabulary import learn, read

TEXTS = [["who", "bakes", "bread"], ["what", "heats", "ovens"], ["bread", "price"]]


def test_a_phrasing_of_the_base_has_length_one():
    vocabulary = learn(read(TEXTS))[0]

    for words in TEXTS:
        assert np.linalg.norm(vocabulary.vector(words).weights) == pytest.approx(1, abs=1e-5)


def test_a_phrasing_is_the_same_vector_when_it_is_asked():
    vocabulary, vectors = learn(read(TEXTS))

    for words, learned in zip(TEXTS, vectors, strict=True):
        asked = vocabulary.vector(words)
        assert (asked.ids == learned.ids).all()
        assert asked.weights == pytest.approx(learned.weights, abs=1e-6)


def test_unknown_words_make_the_rest_weigh_less():
    """Else a question about something else, with one known word, would fit as well."""
    vocabulary = learn(read(TEXTS))[0]

    known = np.linalg.norm(vocabulary.vector(["bread"]).weights)
    diluted = np.linalg.norm(vocabulary.vector(["bread", "in", "mongolia"]).weights)

    assert diluted < known


def test_only_unknown_words_are_a_vector_of_nothing():
    vector = learn(read(TEXTS))[0].vector(["xyzzy"])

    assert len(vector.ids) == len(vector.weights) == 0


def test_runs_of_letters_in_a_single_phrasing_are_left_out():
    """They say nothing of another phrasing; its words alone are kept."""
    alone = learn(read([["oven"], ["bread"]]).telling())[0]
    shared = learn(read([["oven"], ["ovens"]]).telling())[0]

    assert len(alone) == len({"w:oven", "s:oven", "w:bread", "s:bread"})
    assert len(shared) > 4


def test_an_empty_base_knows_no_feature():
    vocabulary = learn(read([]))[0]

    assert len(vocabulary) == 0
    assert len(vocabulary.vector(["bread"]).ids) == 0


def test_some_texts_alone_teach_what_they_would_teach_by_themselves():
    some = read(TEXTS).only(np.array([0, 2], dtype=np.int32))

    chosen = learn(some.telling())[0]
    alone = learn(read([TEXTS[0], TEXTS[2]]).telling())[0]

    assert chosen.marks.tolist() == alone.marks.tolist()
    assert chosen.total == alone.total
    assert chosen.idf.tolist() == alone.idf.tolist()


def test_half_a_character_is_a_feature_like_any_other():
    """JSON can carry a lone surrogate, which no text holds."""
    vocabulary = learn(read([["bread", "\ud83d"]]))[0]

    vector = vocabulary.vector(["bread", "\ud83d"])

    assert len(vector.ids) == len(vocabulary)
