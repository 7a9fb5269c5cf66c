"""Entries for a person to write: a file of stubs for each section of an article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import yaml

from bot.core.text import clean
from bot.knowledge.article import Article
from bot.knowledge.draft.suggest import keywords, questions
from bot.knowledge.draft.terms import Terms
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.schema import ParagraphSpec, SourceSpec, StubSpec

WIDTH = 99
ID_CHARS = 48

HEAD = """\
# yaml-language-server: $schema=../../schema/entries.json
#
# Stubs, drafted from the article: each answers nobody until a person has written it. Say the
# question as members would, add phrasings, write the answer in your own words, and set kind to
# reported, argued, forecast or background. Join, split and delete stubs as you like.

"""


def stubs(
    article: Article, source: SourceSpec, taken: Collection[str], only: Collection[int] = ()
) -> dict[str, list[StubSpec]]:
    """Return the stubs of each section: one on the article itself, one for every paragraph.

    With *only*, just those for the paragraphs of these numbers. Ids are new beside those *taken*.
    """
    texts = {int(block.key[1:]): block.text for block in article.paragraphs}
    terms = Terms(list(texts.values()))
    ids = set(taken)
    drafted: dict[str, list[StubSpec]] = {}
    if not only:
        drafted[source.paragraphs[0].section] = [_about(article, source, ids)]
    for paragraph in source.paragraphs:
        if only and paragraph.number not in only:
            continue
        stub = _stub(paragraph, texts[paragraph.number], terms, f"{source.id}-", ids)
        ids.add(stub.id)
        drafted.setdefault(paragraph.section, []).append(stub)
    return drafted


def _about(article: Article, source: SourceSpec, taken: set[str]) -> StubSpec:
    id_ = _id(f"{source.id}-", "about", taken)
    taken.add(id_)
    return StubSpec(
        id=id_,
        question="Who wrote the article, and when?",
        phrasings=["who is the author", "date of the article", "where was this published"],
        kind="stub",
        cites=["meta"],
        evidence={"meta": [source.byline]} if source.byline in article.header else {},
    )


def _stub(
    paragraph: ParagraphSpec, text: str, terms: Terms, prefix: str, taken: Collection[str]
) -> StubSpec:
    found = terms.of(text)
    asked = questions(text, found) or [f"What does paragraph {paragraph.number} say?"]
    return StubSpec(
        id=_id(prefix, " ".join(found[:2]) or "passage", taken),
        question=asked[0],
        phrasings=[*asked[1:], *keywords(found)],
        kind="stub",
        cites=[paragraph.number],
        evidence={paragraph.number: found} if found else {},
    )


def _id(prefix: str, words: str, taken: Collection[str]) -> str:
    slug = "-".join(re.findall("[a-z0-9]+", clean(words))) or "passage"
    bare = (prefix + slug)[: ID_CHARS - 3].rstrip("-")
    numbered = (f"{bare}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (bare, *numbered) if each not in taken)


def to_yaml(stubs: Iterable[StubSpec]) -> str:
    """Return *stubs* as YAML items, each parted from the next by a blank line."""
    return "\n".join(to_item(stub) for stub in stubs)


def glossary_lines(aliases: Mapping[str, Sequence[str]]) -> str:
    """Return *aliases* as comments, to be copied into the glossary."""
    if not aliases:
        return ""
    items = [{"name": name, "aliases": list(others)} for name, others in aliases.items()]
    text: str = yaml.safe_dump(items, sort_keys=False, allow_unicode=True, width=WIDTH)
    lines = ["For glossary.yaml, where it is right in every question:", *text.splitlines()]
    return "".join(f"# {line}\n" for line in lines) + "\n"
