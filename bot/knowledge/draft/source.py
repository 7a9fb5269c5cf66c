"""A first ``source.yaml`` for an article: numbers, fingerprints and links, but never its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bot.core.text import clean
from bot.knowledge import article as articles
from bot.knowledge import fragments, schema
from bot.knowledge.article import Article, Block
from bot.knowledge.citations import fingerprint
from bot.knowledge.reading.reading import Progress, silent

SCHEMA_LINE = "# yaml-language-server: $schema=../schema/source.json\n"
WIDTH = 99


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of an article that its text does not tell reliably.

    *url* is empty for a manual that is published nowhere. *opening* is the title for what stands
    before the first heading. *section_ids* name the sections in order; without them, each is named
    after its title.
    """

    id: str
    title: str
    publisher: str
    byline: str
    date: str
    url: str
    opening: str = "Opening"
    section_ids: tuple[str, ...] = ()


def draft_source(article: Article, facts: Facts, progress: Progress = silent) -> schema.SourceSpec:
    """Return the facts about *article* as ``source.yaml`` holds them.

    A section without a paragraph is left out. Raises pydantic's `ValidationError` where *facts*
    do not fit the schema, or the article has no paragraph.
    """
    parts = _parts(article, facts.opening)
    ids = facts.section_ids or _slugs([title for title, _ in parts])
    sections = [
        schema.SectionSpec(id=id_, title=title) for id_, (title, _) in zip(ids, parts, strict=True)
    ]
    cited = [(id_, block) for id_, (_, blocks) in zip(ids, parts, strict=True) for block in blocks]
    passages: dict[Block, dict[str, str]] = {}
    for id_, block in cited:
        passages[block] = _passage(article, block, id_)
        progress("Finding links", len(passages), len(cited))
    captions = [block for block in article.of(articles.CAPTION) if block in passages]
    told: dict[str, Any] = {"url": facts.url} if facts.url else {}
    return schema.SourceSpec(
        id=facts.id,
        title=facts.title,
        publisher=facts.publisher,
        byline=facts.byline,
        date=facts.date,
        **told,
        sections=sections,
        paragraphs=[
            schema.ParagraphSpec(number=int(block.key[1:]), **passages[block])
            for block in article.paragraphs
        ],
        caption=schema.PassageSpec(**passages[captions[0]]) if captions else None,
    )


def to_yaml(spec: schema.SourceSpec) -> str:
    """Return *spec* as the text of a ``source.yaml``; empty values are left out."""
    content = spec.model_dump(exclude_defaults=True, mode="json")
    content["paragraphs"] = [
        {"number": each.pop("number"), **each} for each in content["paragraphs"]
    ]
    text: str = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=WIDTH)
    return SCHEMA_LINE + text


def _passage(article: Article, block: Block, section: str) -> dict[str, str]:
    fragment = fragments.shortest(article.page, article.span(block))
    return {
        "section": section,
        "sha256": fingerprint(block.text),
        "start": fragment.start,
        "end": fragment.end,
        "prefix": fragment.prefix,
        "suffix": fragment.suffix,
    }


def _parts(article: Article, opening: str) -> list[tuple[str, list[Block]]]:
    """Return each section's title with the blocks that may be cited, in order."""
    parts: list[tuple[str, list[Block]]] = [(opening, [])]
    citable = {*article.paragraphs, *article.of(articles.CAPTION)}
    for block in article.blocks:
        if block.key == articles.HEADING:
            parts.append((block.text, []))
        elif block in citable:
            parts[-1][1].append(block)
    return [part for part in parts if part[1]]


def _slugs(titles: Sequence[str]) -> list[str]:
    """Return an id for each title, its first words; a number where two would be the same."""
    ids: list[str] = []
    for number, title in enumerate(titles, start=1):
        slug = "-".join(re.findall("[a-z0-9]+", clean(title))[:4])[:40].strip("-")
        ids.append(slug if slug and slug not in ids else f"section-{number}")
    return ids
