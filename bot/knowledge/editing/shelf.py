"""One source of a knowledge folder, opened to put entries in: what stands there, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core import text
from bot.errors import BaseError, EditError
from bot.knowledge import content, document, schema
from bot.knowledge.content import Content, Located, SourceContent
from bot.knowledge.schema import EntrySpec, Place, SourceSpec, StubSpec

Spec = EntrySpec | StubSpec
Written = Located[EntrySpec] | Located[StubSpec]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A source among all that its folder holds."""

    content: Content
    source: SourceContent

    @property
    def id(self) -> str:
        """The id of this source."""
        return self.source.source.spec.id

    @property
    def folder(self) -> Path:
        """The folder of this source."""
        return Path(self.source.source.document.name).parent

    @property
    def entries(self) -> list[Written]:
        """The entries and stubs of this source, in the order of files and lines."""
        return in_order([*self.source.entries, *self.source.stubs])

    @property
    def by_id(self) -> Mapping[str, Written]:
        """The entries and stubs of all sources."""
        found: list[Written] = [*self.content.entries, *self.content.stubs]
        return {each.spec.id: each for each in found}

    @property
    def places(self) -> Mapping[Place, str]:
        """Each place that may be cited, and its section's id; that of the whole is empty."""
        return _places(self.source.source.spec)

    @property
    def elsewhere(self) -> Mapping[str, frozenset[str]]:
        """The places of each other source, by its id, as entries of this one cite them."""
        others = [each.source.spec for each in self.content.sources if each is not self.source]
        return {
            each.id: frozenset(f"{each.id}:{place}" for place in _places(each)) for each in others
        }

    @property
    def asked(self) -> Mapping[tuple[str, ...], str]:
        """Which entry asks what, by the words that the matching reads."""
        return {
            tuple(text.words(phrasing)): entry.spec.id
            for entry in self.by_id.values()
            for phrasing in _ways_to_ask(entry.spec)
        }


def in_order(entries: list[Written]) -> list[Written]:
    """Return *entries* as they stand in the files."""
    return sorted(entries, key=lambda each: (each.document.name, each.place))


def open_shelves(folder: Path) -> list[Shelf]:
    """Return every source of the base in *folder*, one without entries too.

    Raises `BaseError` where a file is not as it should be, since then ids may be missing.
    """
    found = content.read(folder)
    without_entries = {document.shown(path) for path in folder.glob("**/entries")}
    without_entries |= {
        document.shown(path.parent / "entries") for path in folder.glob("**/source.yaml")
    }
    problems = tuple(each for each in found.problems if each.file not in without_entries)
    if problems:
        raise BaseError(problems)
    return [Shelf(found, each) for each in found.sources]


def open_shelf(folder: Path, source_id: str = "") -> Shelf:
    """Return what `choose` does of the base in *folder*; see `open_shelves`."""
    return choose(open_shelves(folder), source_id)


def choose(shelves: Sequence[Shelf], source_id: str) -> Shelf:
    """Return the source *source_id*, else the only one.

    Raises `EditError` where there is no such source, or it is left open which is meant.
    """
    by_id = {each.id: each for each in shelves}
    names = ", ".join(by_id)
    if source_id and source_id not in by_id:
        raise EditError(f"There is no source {source_id!r} here: name one of {names}.")
    if not source_id and len(by_id) > 1:
        raise EditError(f"Several sources stand here: name one by --source, of {names}.")
    return by_id[source_id or names]


def _places(spec: SourceSpec) -> dict[Place, str]:
    places: dict[Place, str] = {"meta": ""}
    if spec.caption:
        places["caption"] = spec.caption.section
    return places | {each.number: each.section for each in spec.paragraphs}


def _ways_to_ask(spec: Spec) -> Iterator[str]:
    yield from (spec.question, *spec.phrasings)
    for lang in (*schema.TRANSLATIONS, *schema.HEARD):
        if other := getattr(spec, lang):
            yield from other.phrasings
