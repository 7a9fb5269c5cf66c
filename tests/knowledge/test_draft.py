"""A drafted source holds facts about an article and none of its sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from ferry import FACTS, FERRY
from pydantic import ValidationError

from bot.knowledge import document
from bot.knowledge.article import parse_article
from bot.knowledge.draft.source import draft_source, to_yaml


def test_sections_are_the_headings_and_an_opening() -> None:
    spec = draft_source(parse_article(FERRY), FACTS)

    assert [(section.id, section.title) for section in spec.sections] == [
        ("opening", "Opening"),
        ("winter-on-the-pier", "Winter on the pier"),
    ]
    assert [paragraph.section for paragraph in spec.paragraphs] == [
        "opening",
        "opening",
        "winter-on-the-pier",
        "winter-on-the-pier",
    ]


def test_an_accent_leaves_its_letter_in_an_id() -> None:
    spec = draft_source(parse_article(FERRY.replace("## Winter on", "## Café on")), FACTS)

    assert spec.sections[1].id == "cafe-on-the-pier"


def test_sections_may_be_given_shorter_ids() -> None:
    facts = replace(FACTS, opening="Start", section_ids=("start", "winter"))

    assert [each.id for each in draft_source(parse_article(FERRY), facts).sections] == [
        "start",
        "winter",
    ]


def test_a_heading_without_a_paragraph_is_no_section() -> None:
    text = FERRY.replace("## Winter", "## Summer\n\n## Winter")
    spec = draft_source(parse_article(text), FACTS)

    assert [section.title for section in spec.sections] == ["Opening", "Winter on the pier"]


def test_an_article_without_a_paragraph_cannot_be_drafted() -> None:
    with pytest.raises(ValidationError):
        draft_source(parse_article("# Title\n"), FACTS)


def test_what_is_written_reads_strictly_and_quotes_no_sentence() -> None:
    article = parse_article(FERRY)
    text = to_yaml(draft_source(article, FACTS))
    words = " ".join(re.findall(r"\w+", text))

    assert document.parse(text, "source.yaml").problems == []
    for block in article.paragraphs:
        assert " ".join(re.findall(r"\w+", block.text)[:9]) not in words
