"""The card for who asks what an answer rests on."""

from __future__ import annotations

from builders import BAKERY, FUEL, OPENED, PRAISE

from bot.core.cited import cited
from bot.core.speech import ENGLISH


def test_it_names_the_source_and_whose_word_it_is():
    card = cited((PRAISE,), BAKERY, ENGLISH)

    assert card.heading == "Why does the author admire the bakers?"
    assert card.lead == "The author argues"
    assert "From “Bread before dawn” by Otto Falk." in card.body
    assert [note.place for note in card.footnotes] == ["Paragraph 6"]


def test_of_several_answers_each_is_named_and_each_place_once():
    card = cited((OPENED, FUEL), BAKERY, ENGLISH)

    assert [passage.heading for passage in card.passages if passage.heading] == [
        "When did the bakery open?",
        "What is the oven heated with?",
    ]
    assert [note.place for note in card.footnotes] == [
        "Paragraph 1",
        "Title and byline",
        "Paragraph 2",
    ]
    assert card.body.count("Otto Falk") == 1
