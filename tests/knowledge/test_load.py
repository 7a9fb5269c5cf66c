"""A folder without problems becomes a base, whose version tells whether answers may differ."""

from __future__ import annotations

import pytest
from ferry import ENTRIES, WriteFolder

from bot.core.model import Kind
from bot.knowledge.load import load

FILE = "ferry/entries/ferry.yaml"


def test_an_entry_carries_its_citations_whole(folder: WriteFolder) -> None:
    base = load(folder())
    entry = base.by_id["pier"]

    assert entry.kind is Kind.REPORTED
    assert [(cite.key, cite.section.title) for cite in entry.cites] == [
        ("p3", "Winter on the pier"),
        ("caption", "Winter on the pier"),
    ]
    assert entry.cites[0].url == (
        "https://quay.example/ferry#:~:text=In%20winter%20the%20pier,at%20six"
    )


def test_translations_become_wordings_and_small_talk_of_their_own(folder: WriteFolder) -> None:
    korean = "  ko: {question: 부두는?, answer: 소금으로., phrasings: [부두]}\n- id: captain-pay"
    talk = "- {id: hi, reply: Hi, phrasings: [hey], ja: {reply: やあ, phrasings: [おはよう]}}\n"
    base = load(
        folder(**{FILE: ENTRIES.replace("- id: captain-pay", korean), "smalltalk.yaml": talk})
    )

    assert base.by_id["pier"].wording("ko").answer == "소금으로."
    assert base.by_id["pier"].wording("ja").lang == "en"
    assert [(each.id, each.reply) for each in base.small_talk] == [("hi", "Hi"), ("hi/ja", "やあ")]


def test_no_entry_can_have_the_id_of_translated_small_talk(folder: WriteFolder) -> None:
    talk = "- {id: pier, reply: Hi, phrasings: [hey], ja: {reply: やあ, phrasings: [おはよう]}}\n"
    entries = ENTRIES.replace("id: pier", "id: pier-ja").replace("[pier]", "[pier-ja]")

    base = load(folder(**{FILE: entries, "smalltalk.yaml": talk}))

    ids = [each.id for each in (*base.entries, *base.small_talk)]
    assert len(ids) == len(set(ids))
    assert {"pier-ja", "pier/ja"} <= set(ids)


def test_languages_that_are_only_heard_lend_their_phrasings(folder: WriteFolder) -> None:
    """They lead to the same entry, and to the English reply."""
    german = "  de: {phrasings: [womit streut man den Steg]}\n- id: captain-pay"
    talk = "- {id: hi, reply: Hi, phrasings: [hey], fr: {phrasings: [salut]}}\n"
    base = load(
        folder(**{FILE: ENTRIES.replace("- id: captain-pay", german), "smalltalk.yaml": talk})
    )

    (heard,) = base.by_id["pier"].heard
    assert (heard.lang, heard.phrasings) == ("de", ("womit streut man den Steg",))
    assert base.by_id["pier"].wording("de").lang == "en"
    assert [(each.id, each.lang, each.reply) for each in base.small_talk] == [
        ("hi", "en", "Hi"),
        ("hi/fr", "fr", "Hi"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FILE, ENTRIES.replace("with salt.", "with salt and sand.")),
        (FILE, ENTRIES.replace("frozen pier", "icy pier")),
        ("glossary.yaml", "- {name: ferry, aliases: [boat]}\n"),
        ("smalltalk.yaml", "- {id: hi, reply: Hello, phrasings: [hey]}\n"),
    ],
)
def test_the_version_changes_with_what_may_be_answered(
    folder: WriteFolder, name: str, text: str
) -> None:
    before = load(folder()).version

    assert load(folder(**{name: text})).version != before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ferry/questions.yaml", "- {id: g1, text: ferry?, reach: [strike]}\n"),
        (FILE, "# a comment\n" + ENTRIES),
        (FILE, ENTRIES.replace("- id: pier\n", '- id: pier\n  review_by: "2027-01-01"\n')),
    ],
)
def test_the_version_does_not_change_with_what_no_answer_depends_on(
    folder: WriteFolder, name: str, text: str
) -> None:
    before = load(folder()).version

    assert load(folder(**{name: text})).version == before
