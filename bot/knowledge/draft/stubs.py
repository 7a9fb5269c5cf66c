"""Entries for a person to write: a file of stubs for each section of an article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from bot.core.text import clean, words
from bot.knowledge.article import Article
from bot.knowledge.draft.suggest import keywords, questions
from bot.knowledge.draft.terms import Terms
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.schema import ParagraphSpec, SourceSpec, StubSpec

WIDTH = 99
ID_CHARS = 48
ABOUT = (
    "Who wrote the article, and when?",
    "who is the author",
    "date of the article",
    "where was this published",
)

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
    names = _Names(f"{source.id}-", {*taken}, set())
    drafted: dict[str, list[StubSpec]] = {}
    if not only:
        drafted[source.paragraphs[0].section] = [_about(article, source, names)]
    for paragraph in source.paragraphs:
        if not only or paragraph.number in only:
            stub = _stub(paragraph, texts[paragraph.number], terms, names)
            drafted.setdefault(paragraph.section, []).append(stub)
    return drafted


@dataclass(frozen=True, slots=True)
class _Names:
    """The ids that are *taken* and the ways to ask that are *known*: each is one stub's alone."""

    prefix: str
    taken: set[str]
    known: set[tuple[str, ...]]

    def id(self, words: str) -> str:
        """Return an id of *words* that nothing has yet."""
        slug = "-".join(re.findall("[a-z0-9]+", clean(words))) or "passage"
        bare = (self.prefix + slug)[: ID_CHARS - 3].rstrip("-")
        numbered = (f"{bare}-{number}" for number in range(2, len(self.taken) + 3))
        found = next(each for each in (bare, *numbered) if each not in self.taken)
        self.taken.add(found)
        return found

    def new(self, ways: Iterable[str]) -> list[str]:
        """Return those of *ways* that read as none before them."""
        return [way for way in ways if self._is_new(tuple(words(way)))]

    def _is_new(self, read: tuple[str, ...]) -> bool:
        is_new = read not in self.known
        self.known.add(read)
        return is_new


def _about(article: Article, source: SourceSpec, names: _Names) -> StubSpec:
    question, *phrasings = names.new(ABOUT)
    return StubSpec(
        id=names.id("about"),
        question=question,
        phrasings=phrasings,
        kind="stub",
        cites=["meta"],
        evidence={"meta": [source.byline]} if source.byline in article.header else {},
    )


def _stub(paragraph: ParagraphSpec, text: str, terms: Terms, names: _Names) -> StubSpec:
    found, number = terms.of(text), paragraph.number
    asked = names.new(questions(text, found)) or [f"What does paragraph {number} say?"]
    return StubSpec(
        id=names.id(" ".join(found[:2]) or "passage"),
        question=asked[0],
        phrasings=[*asked[1:], *names.new(keywords(found))],
        kind="stub",
        cites=[number],
        evidence={number: found} if found else {},
    )


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
