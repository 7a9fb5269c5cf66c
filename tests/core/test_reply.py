"""Decisions as cards: what they show, and that they stay inside Discord's limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import BAKERY, FOUNDER, FUEL, HELLO, LOAVES, SORTS, cite, entry, small_base
from hypothesis import given
from hypothesis import strategies as st

from bot.core.decide import choose
from bot.core.model import (
    Chat,
    Citation,
    Decline,
    Entry,
    Kind,
    NotCovered,
    NothingFound,
    Section,
    Suggest,
    Wording,
)
from bot.core.reply import Tone, footnotes, place, reply, shorten
from bot.locale.speech import speech_for

REASONS = choose(BAKERY, "fuel", "en").reasons


def test_an_answer_shows_question_voice_text_notes_and_related_questions():
    card = reply(choose(BAKERY, "fuel", "en"), BAKERY)

    assert card.tone is Tone.ANSWER
    assert (card.heading, card.lead) == (FUEL.question, "The article reports")
    assert card.body == "The oven is heated with beech logs."
    assert [note.place for note in card.footnotes] == ["Paragraph 2"]
    assert (card.prompt, card.choices) == ("Related", ())
    assert [choice.entry_id for choice in card.related] == ["loaves", "nc-price", "shop"]


@pytest.mark.parametrize(
    ("id_", "lead"),
    [
        ("loaves", "The article reports"),
        ("praise", "The author argues"),
        ("shop", "The author expects"),
        ("founder", "Background from the article"),
        ("nc-price", "The article does not say"),
    ],
)
def test_the_lead_says_whose_voice_it_is(id_: str, lead: str):
    assert reply(choose(BAKERY, id_, "en"), BAKERY).lead == lead


def test_an_answer_without_related_entries_prompts_for_nothing():
    card = reply(choose(BAKERY, "loaves", "en"), BAKERY)

    assert (card.prompt, card.related) == ("", ())


def test_related_entries_that_the_base_lacks_are_left_out():
    base = small_base(FUEL, LOAVES)

    assert [choice.entry_id for choice in reply(choose(base, "fuel", "en"), base).related] == [
        "loaves"
    ]


@pytest.mark.parametrize(
    ("lang", "remark"),
    [
        ("en", ""),
        ("de", "Diese Antwort gibt es nur auf Englisch."),
        ("ko", "이 답변은 영어로만 제공됩니다."),
        ("nl", ""),
    ],
)
def test_an_answer_in_another_language_than_the_question_says_so(lang: str, remark: str):
    """In the asker's language; nobody is left to wonder."""
    (passage,) = reply(choose(BAKERY, "fuel", lang), BAKERY).passages

    assert passage.remark == remark
    assert passage.lead == "The article reports"


def test_a_translation_is_shown_where_there_is_one():
    assert reply(choose(BAKERY, "sorts", "ko"), BAKERY).heading == "어떤 빵을 굽나요?"
    assert reply(choose(BAKERY, "fuel", "ko"), BAKERY).heading == FUEL.question
    assert reply(choose(BAKERY, "fuel", "ko"), BAKERY).lang == "en"


@pytest.mark.parametrize(
    ("entries", "heading"),
    [((FUEL,), "Did you mean this?"), ((FUEL, SORTS), "Did you mean one of these?")],
)
def test_a_suggestion_asks_what_was_meant(entries: tuple[Entry, ...], heading: str):
    card = reply(Suggest(entries, "en", 0.2, REASONS), BAKERY)

    assert (card.tone, card.heading) == (Tone.SUGGEST, heading)
    assert [choice.label for choice in card.choices] == [each.question for each in entries]
    assert card.footnotes == ()


def test_a_curated_decline_offers_what_the_article_does_say():
    card = reply(choose(BAKERY, "nc-price", "en"), BAKERY)

    assert (card.tone, card.body) == (Tone.DECLINE, "The article gives no price.")
    assert (card.prompt, card.choices[0].entry_id) == ("What it does say", "sorts")


def test_a_curated_decline_without_related_entries_offers_the_nearest():
    lonely = entry("nc-oven", "How hot is the oven?", kind=Kind.NOT_COVERED)
    decision = Decline(NotCovered(lonely), (FUEL,), "en", 0.9, REASONS)

    assert [each.entry_id for each in reply(decision, BAKERY).choices] == ["fuel"]


def test_declines_are_not_offered_as_answers():
    decline = entry("nc-heat", "How hot?", kind=Kind.NOT_COVERED, related=("nc-price", "fuel"))
    base = small_base(*BAKERY.entries, decline)

    card = reply(choose(base, "nc-heat", "en"), base)

    assert [choice.entry_id for choice in card.choices] == ["fuel"]


def test_small_talk_earns_its_one_line():
    card = reply(Decline(Chat(HELLO), (), "en", 0.9, REASONS), BAKERY)

    assert (card.tone, card.body) == (Tone.CHAT, "Hello. Ask me about the bakery.")
    assert (card.heading, card.lead, card.footnotes, card.choices) == ("", "", (), ())


@pytest.mark.parametrize("near", [(), (FUEL, FOUNDER)])
def test_a_plain_decline_says_so_and_offers_what_is_near(near: tuple[Entry, ...]):
    card = reply(Decline(NothingFound(), near, "en", 0.0, REASONS), BAKERY)

    assert card.tone is Tone.DECLINE
    assert card.heading
    assert "not guess" in card.body
    assert bool(card.prompt) is bool(near)
    assert len(card.choices) == len(near)


@pytest.mark.parametrize(
    ("key", "words"),
    [("p5", "Paragraph 5"), ("p52", "Paragraph 52"), ("meta", "Title and byline")],
)
def test_a_place_is_named_in_words(key: str, words: str):
    assert place(key) == words


def test_notes_are_numbered_and_name_publisher_date_section_and_place():
    first, second = footnotes((cite("p5"), cite("caption", section="")))

    assert (first.number, first.source) == (1, "The Daily Crumb · 9 April 2026")
    assert first.label == "The Daily Crumb · 9 April 2026 · The oven · Paragraph 5"
    assert second.label == "The Daily Crumb · 9 April 2026 · Photo caption"


@pytest.mark.parametrize(("lang", "section"), [("ko", "오븐"), ("ja", "The oven")])
def test_a_section_is_called_as_in_the_language_of_the_card_if_it_has_a_title_in_it(
    lang: str, section: str
):
    oven = Section("oven", "The oven", (("ko", "오븐"),))

    (note,) = footnotes((replace(cite("p5"), section=oven),), speech_for(lang))

    assert note.section == section


def test_parentheses_in_a_link_are_encoded():
    """They would end the Markdown link early."""
    (note,) = footnotes((cite("p1", url="https://x.example/a#:~:text=(1887)"),))

    assert note.url == "https://x.example/a#:~:text=%281887%29"


def test_a_link_that_is_too_long_opens_the_article_instead_of_the_passage():
    (note,) = footnotes((cite("p1", url="https://x.example/a#:~:text=" + "oven," * 60),))

    assert note.url == "https://x.example/a"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("one two three", 9, "one two…"),
        ("one, two three", 5, "one…"),
        ("unbreakable", 5, "unbr…"),
        ("a  b\n\nc", 10, "a b c"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, limit: int, expected: str):
    assert shorten(text, limit) == expected


@given(st.text(max_size=400), st.integers(1, 120))
def test_a_cut_text_fits_and_is_never_cut_to_nothing(text: str, limit: int):
    cut = shorten(text, limit)

    assert len(cut) <= limit
    assert bool(cut) is bool(text.split())


wild = st.text(max_size=900)
links = st.text(alphabet="ab(%)", max_size=180).map("https://x.example/{}".format)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry whose texts are of any length."""
    citation = Citation(
        "source",
        draw(st.sampled_from(["p1", "p999", "meta", "caption"])),
        draw(wild),
        date(2026, 12, 31),
        Section("s", draw(wild)),
        draw(links) + draw(st.sampled_from(["", "#:~:text="])) + "a" * draw(st.integers(0, 400)),
    )
    wording = Wording("en", draw(wild), draw(wild) * 5, ("x",))
    kind = draw(st.sampled_from(Kind))
    related = tuple(draw(st.lists(st.sampled_from(["fuel", "loaves", "sorts", "shop", "opened"]))))
    return Entry(
        "wild", "bakery", kind, (wording,), (citation,) * draw(st.integers(0, 9)), related
    )


@given(entries(), st.sampled_from(["chosen", "suggested", "near", "said"]))
def test_a_card_fits_whatever_the_base_holds(made: Entry, shown: str):
    base = small_base(made, *BAKERY.entries)
    decision = {
        "chosen": choose(base, "wild", "en"),
        "suggested": Suggest((made,) * 5, "en", 0.2, REASONS),
        "near": Decline(NothingFound(), (made,) * 5, "en", 0.0, REASONS),
        "said": Decline(
            Chat(replace(HELLO, reply=made.wordings[0].answer[:300])), (), "en", 1.0, REASONS
        ),
    }[shown]

    card = reply(decision, base)

    assert len(card.heading) <= 100
    assert len(card.body) <= 600
    assert max(len(card.choices), len(card.related)) <= 3
    assert all(len(choice.label) <= 80 for choice in (*card.choices, *card.related))
    assert len(card.footnotes) <= 5
    assert all(len(note.url) <= 620 for note in card.footnotes)
    assert all(len(note.source) <= 100 and len(note.section) <= 100 for note in card.footnotes)
    assert bool(card.prompt) <= bool(card.choices or card.related)
