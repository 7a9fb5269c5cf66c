"""A source beside the text of its article: which block of the text each cited place is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import article as articles
from bot.knowledge import schema
from bot.knowledge.article import Article, Block
from bot.knowledge.citations import fingerprint, normalise_passage
from bot.knowledge.content import Content, SourceContent
from bot.knowledge.document import Document, shown
from bot.knowledge.reading.original import is_url
from bot.knowledge.reading.read import read_article
from bot.knowledge.references import passages


@dataclass(frozen=True, slots=True)
class Beside:
    """One source of a *whole* folder, and the text of its article as read from *file*."""

    whole: Content
    content: SourceContent
    article: Article
    file: str

    def blocks(self, key: str, sha256: str) -> tuple[Block, ...]:
        """Return the block of *key* and this fingerprint; else one of either, that text first."""
        here = self.article.of(key)
        for blocks in (here, self.article.blocks):
            if same := [block for block in blocks if fingerprint(block.text) == sha256]:
                return (same[0],)
        return here[:1]

    def text(self, key: str) -> str:
        """Return the text of the place of this *key*, empty where the article has none."""
        if key == articles.META:
            return self.article.header
        sha256 = {key_of(each): each.sha256 for each, _ in passages(self.content.source.spec)}
        return " ".join(block.text for block in self.blocks(key, sha256.get(key, "")))


def put_beside(content: Content, article: str) -> Beside | None:
    """Return the source of *content* that *article*, a file or an address, is the text of.

    Reports why there is none. A source that stands alone is meant even if its title does not
    stand above the text, which is reported too, as long as they share a paragraph. Raises what
    `read_article` raises.
    """
    found = read_article(article).article
    name = article if is_url(article) else shown(Path(article))
    wanted = [each for each in content.sources if _has_title(found, each.source.spec)]
    if not wanted and len(content.sources) == 1:
        wanted = [each for each in content.sources if _shares_a_passage(found, each.source.spec)]
        for each in wanted:
            message = f"this title does not stand above the text in {name}: correct one of them"
            each.source.report(message, "title")
    if not wanted:
        known = ", ".join(repr(each.source.spec.id) for each in content.sources) or "any source"
        read = Document(name)
        read.report((), f"this is not the article of {known}: name the right file")
        content.documents.append(read)
        return None
    return Beside(content, wanted[0], found, name)


def key_of(passage: schema.PassageSpec) -> str:
    """Return the key of the block that *passage* describes."""
    if isinstance(passage, schema.ParagraphSpec):
        return f"p{passage.number}"
    return articles.CAPTION


def comparable(text: str) -> str:
    """Return *text* as evidence and titles are looked for: without case, with one quote."""
    return normalise_passage(text).casefold()


def _shares_a_passage(article: Article, spec: schema.SourceSpec) -> bool:
    here = {fingerprint(block.text) for block in article.blocks}
    return any(passage.sha256 in here for passage, _ in passages(spec))


def _has_title(article: Article, spec: schema.SourceSpec) -> bool:
    return comparable(spec.title) in comparable(article.header)
