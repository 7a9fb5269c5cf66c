"""What a knowledge folder says of an article, held against the article's text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge import fragments, schema
from bot.knowledge.article import Article, Block
from bot.knowledge.beside import Beside, comparable, key_of
from bot.knowledge.citations import Fragment, fingerprint
from bot.knowledge.content import Located
from bot.knowledge.document import Place
from bot.knowledge.places import cited, named
from bot.knowledge.references import passages

SHOWN_WORDS = 3


def verify(beside: Beside) -> int:
    """Hold a source against the text of its article; report what differs.

    Every paragraph's fingerprint, what its link selects, and every evidence term are checked.
    Return how many passages were.
    """
    return _Comparison(beside).run()


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A source while it is held against the text of its article."""

    beside: Beside

    @property
    def file(self) -> str:
        return self.beside.file

    @property
    def article(self) -> Article:
        return self.beside.article

    def run(self) -> int:
        source, count = self.beside.content.source, 0
        for passage, place in passages(source.spec):
            key = key_of(passage)
            block = self.beside.blocks(key, passage.sha256)
            if not block:
                source.report(f"{self.file} has no {_named(key)}: {self._take_over()}", *place)
                continue
            count += 1
            self._verify_text(passage, place, block[0])
            self._verify_link(passage, place, block[0])
        self._verify_numbers(source)
        for each in self.beside.whole.sources:
            for entry in each.entries:
                self._verify_evidence(entry, each.source.spec.id)
        return count

    def _verify_text(self, passage: schema.PassageSpec, place: Place, block: Block) -> None:
        key, where = key_of(passage), f"{self.file}, line {block.line}"
        if fingerprint(block.text) != passage.sha256:
            message = f"{_named(key)} reads differently in {where}: " + (
                f"correct the entries that cite it, then {self._take_over()}"
            )
            self.beside.content.source.report(message, *place, "sha256")
        elif block.key != key and block in self.article.paragraphs:
            message = f"{_named(key)} is {_named(block.key)} in {where}: {self._take_over()}"
            self.beside.content.source.report(message, *place)

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
        self.beside.content.source.report(message, *place, "start")

    def _verify_numbers(self, source: Located[schema.SourceSpec]) -> None:
        known = {f"p{paragraph.number}" for paragraph in source.spec.paragraphs}
        for block in self.article.paragraphs:
            if block.key not in known:
                where = f"{self.file}, line {block.line}"
                message = f"{_named(block.key)} of {where}, is not here: {self._take_over()}"
                source.report(message, "paragraphs")

    def _take_over(self) -> str:
        """Return what brings ``source.yaml`` up to date, entries and their numbers included."""
        id_ = self.beside.content.source.spec.id
        return f"run footnote draft {self.file} --id {id_} --update"

    def _verify_evidence(self, entry: Located[schema.EntrySpec], own_id: str) -> None:
        """Look for what *entry*, of the source *own_id*, says to stand in this one."""
        for place, terms in entry.spec.evidence.items():
            where = cited(place, own_id)
            if where.source_id != self.beside.content.source.spec.id:
                continue
            text = comparable(self.beside.text(where.key))
            for at, term in enumerate(terms):
                if text and comparable(term) not in text:
                    message = f"{term!r} does not stand in {named(place)}: correct or remove it"
                    entry.report(message, "evidence", place, at)


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
