"""What a knowledge folder says of an article, held against the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import article as articles
from bot.knowledge import document, fragments, schema
from bot.knowledge.article import Article, Block
from bot.knowledge.citations import Fragment, fingerprint, normalise_passage
from bot.knowledge.content import Content, Located, SourceContent
from bot.knowledge.document import Place
from bot.knowledge.references import named, passages

SHOWN_WORDS = 3


def verify(content: Content, path: Path) -> int:
    """Hold the source that the file at *path* is the text of against it; report what differs.

    Every paragraph's fingerprint, what its link selects, and every evidence term are checked.
    Return how many passages were.
    """
    text, read = document.read_text(path)
    content.documents.append(read)
    if read.problems:
        return 0
    article = articles.parse_article(text)
    if not article.paragraphs:
        read.report(
            (), "no paragraph here: begin each with [p1], [p2], ... or part them by blanks"
        )
        return 0
    wanted = [each for each in content.sources if _has_title(article, each.source.spec)]
    if not wanted and len(content.sources) == 1:
        wanted = content.sources
        message = f"this title does not stand above the text in {read.name}: correct one of them"
        wanted[0].source.report(message, "title")
    if not wanted:
        read.report((), "the title of none of the sources stands above this text: name its file")
        return 0
    return _Comparison(wanted[0], article, read.name).run()


def _has_title(article: Article, spec: schema.SourceSpec) -> bool:
    return _comparable(spec.title) in _comparable(article.header)


def _comparable(text: str) -> str:
    return normalise_passage(text).casefold()


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One source beside the text of its article."""

    content: SourceContent
    article: Article
    file: str

    def run(self) -> int:
        source, count = self.content.source, 0
        for passage, place in passages(source.spec):
            key = _key(passage)
            block = self._block(key, passage.sha256)
            if not block:
                source.report(f"{self.file} has no {_named(key)}: remove it here", *place)
                continue
            count += 1
            self._verify_text(passage, place, block[0])
            self._verify_link(passage, place, block[0])
        self._verify_numbers(source)
        for entry in self.content.entries:
            self._verify_evidence(entry)
        return count

    def _block(self, key: str, sha256: str) -> tuple[Block, ...]:
        """Return the block of *key* and this fingerprint; else one of either, that text first."""
        here = self.article.of(key)
        for blocks in (here, self.article.blocks):
            if same := [block for block in blocks if fingerprint(block.text) == sha256]:
                return (same[0],)
        return here[:1]

    def _verify_text(self, passage: schema.PassageSpec, place: Place, block: Block) -> None:
        key, where = _key(passage), f"{self.file}, line {block.line}"
        if (found := fingerprint(block.text)) != passage.sha256:
            message = f"{_named(key)} reads differently in {where}: " + (
                f"correct the entries that cite it, then set sha256 to {found}"
            )
            self.content.source.report(message, *place, "sha256")
        elif block.key != key and block in self.article.paragraphs:
            message = f"{_named(key)} is {_named(block.key)} in {where}: number all anew"
            self.content.source.report(message, *place)

    def _verify_link(self, passage: schema.PassageSpec, place: Place, block: Block) -> None:
        page, span = self.article.page, self.article.span(block)
        selected = fragments.selection(page, passage.fragment)
        wanted = fragments.passage(page, span)
        if fragments.passage(page, selected) == wanted:
            return
        message = (
            f"the link of {_named(block.key)} selects {_excerpt(page, selected)}: "
            f"set {_settings(fragments.shortest(page, span))}"
        )
        self.content.source.report(message, *place, "start")

    def _verify_numbers(self, source: Located[schema.SourceSpec]) -> None:
        known = {f"p{paragraph.number}" for paragraph in source.spec.paragraphs}
        for block in self.article.paragraphs:
            if block.key not in known:
                message = (
                    f"{_named(block.key)} of {self.file}, line {block.line}, is not here: add it"
                )
                source.report(message, "paragraphs")

    def _verify_evidence(self, entry: Located[schema.EntrySpec]) -> None:
        for place, terms in entry.spec.evidence.items():
            text = _comparable(self._text(place))
            for at, term in enumerate(terms):
                if text and _comparable(term) not in text:
                    message = f"{term!r} does not stand in {named(place)}: correct or remove it"
                    entry.report(message, "evidence", place, at)

    def _text(self, place: int | str) -> str:
        """Return the text of *place*, empty where the article has none (reported elsewhere)."""
        if place == articles.META:
            return self.article.header
        sha256 = {_key(each): each.sha256 for each, _ in passages(self.content.source.spec)}
        key = f"p{place}" if isinstance(place, int) else place
        return " ".join(block.text for block in self._block(key, sha256.get(key, "")))


def _key(passage: schema.PassageSpec) -> str:
    if isinstance(passage, schema.ParagraphSpec):
        return f"p{passage.number}"
    return articles.CAPTION


def _named(key: str) -> str:
    return named(int(key[1:])) if key[1:].isdecimal() else "caption"


def _excerpt(page: str, selected: range) -> str:
    """Return the ends of what a link selects, never the whole."""
    words = page[selected.start : selected.stop].split()
    if not words:
        return "nothing"
    if len(words) <= 2 * SHOWN_WORDS:
        return f'"{" ".join(words)}"'
    return f'"{" ".join(words[:SHOWN_WORDS])} … {" ".join(words[-SHOWN_WORDS:])}"'


def _settings(fragment: Fragment) -> str:
    values = {
        "start": fragment.start,
        "end": fragment.end,
        "prefix": fragment.prefix,
        "suffix": fragment.suffix,
    }
    return ", ".join(f'{key}: "{value}"' for key, value in values.items() if value)
