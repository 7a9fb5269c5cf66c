"""All that stands in a knowledge folder, read and checked for its shape.

A knowledge folder holds ``glossary.yaml`` and ``smalltalk.yaml`` (both optional) and a folder
for each source: ``source.yaml``, ``entries/*.yaml`` and, optional, ``questions.yaml``. A folder
that holds ``source.yaml`` itself is read as a single source. Folders without YAML files, such as
the one with the JSON Schemas, are none of its business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import Problem
from bot.knowledge import document, schema
from bot.knowledge.document import Document, Place
from bot.knowledge.explain import explain

SpecT = TypeVar("SpecT", bound=schema.Spec)

TOP_FILES = ("glossary.yaml", "smalltalk.yaml")
SOURCE_FILES = ("source.yaml", "questions.yaml")


@dataclass(frozen=True, slots=True)
class Located(Generic[SpecT]):
    """A checked piece of a file, and where it stands."""

    spec: SpecT
    document: Document
    place: Place

    def report(self, message: str, *at: str | int) -> None:
        """Add a problem at *at* within this piece."""
        self.document.report((*self.place, *at), message)


@dataclass(slots=True)
class SourceContent:
    """One source folder. *declared* holds every id in its entry files, of bad entries too.

    *stubs* are entries that nobody has written yet. *whole* is false where a file of entries
    could not be read, so that ids may be missing.
    """

    source: Located[schema.SourceSpec]
    entries: list[Located[schema.EntrySpec]]
    stubs: list[Located[schema.StubSpec]]
    golden: list[Located[schema.GoldenSpec]]
    declared: frozenset[str]
    whole: bool


@dataclass(slots=True)
class Content:
    """A whole knowledge folder as read. *problems* is empty when it can become a base.

    *sources_whole* is false where a ``source.yaml`` could not be read, so that one is missing.
    """

    sources: list[SourceContent] = field(default_factory=list)
    glossary: list[Located[schema.AliasSpec]] = field(default_factory=list)
    small_talk: list[Located[schema.SmallTalkSpec]] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    sources_whole: bool = True

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in the order of files and lines, each once."""
        found = {problem for document in self.documents for problem in document.problems}
        return tuple(sorted(found, key=lambda each: (each.file, each.line, each.message)))

    @property
    def entries(self) -> list[Located[schema.EntrySpec]]:
        """The entries of all sources, in order."""
        return [entry for content in self.sources for entry in content.entries]

    @property
    def stubs(self) -> list[Located[schema.StubSpec]]:
        """The stubs of all sources, in order."""
        return [stub for content in self.sources for stub in content.stubs]

    def source_of(self, file: str) -> str:
        """Return the id of the source whose folder holds *file*, empty for that of none."""
        for each in self.sources:
            if Path(file).is_relative_to(Path(each.source.document.name).parent):
                return each.source.spec.id
        return ""

    def report(self, path: Path, message: str) -> None:
        """Add a problem with *path* as a whole."""
        self.documents.append(Document(document.shown(path)))
        self.documents[-1].report((), message)


def read(folder: Path) -> Content:
    """Read *folder* and check the shape of its files; never raises for what they hold."""
    content = Content()
    if not folder.is_dir():
        content.report(folder, "there is no such folder: name the knowledge folder")
        return content
    content.glossary = _items(content, folder / "glossary.yaml", "glossary")
    content.small_talk = _items(content, folder / "smalltalk.yaml", "smalltalk")
    folders = _source_folders(folder)
    if not folders:
        content.report(folder, "no source.yaml in this folder or one below it: add a source")
    for source_folder in folders:
        _read_source(content, source_folder)
    _report_strays(content, folder, folders)
    return content


def _source_folders(folder: Path) -> list[Path]:
    if (folder / "source.yaml").exists():
        return [folder]
    found = {path.parent for name in SOURCE_FILES for path in folder.glob(f"*/{name}")}
    return sorted(found | {path.parent for path in folder.glob("*/entries") if path.is_dir()})


def _read_source(content: Content, folder: Path) -> None:
    source = _one(content, folder / "source.yaml", "source")
    paths = _files(folder / "entries", "*.yaml")
    if not paths:
        content.report(folder / "entries", "no entries here: add a YAML file with at least one")
    first = len(content.documents)
    items = [item for path in paths for item in _items(content, path, "entries")]
    entries = [item for item in items if isinstance(item.spec, schema.EntrySpec)]
    stubs = [item for item in items if isinstance(item.spec, schema.StubSpec)]
    documents = content.documents[first:]
    golden = _items(content, folder / "questions.yaml", "questions")
    if source:
        whole = all(each.value is not None for each in documents)
        content.sources.append(
            SourceContent(source[0], entries, stubs, golden, _declared(documents), whole)
        )
    content.sources_whole &= bool(source)


def _declared(documents: list[Document]) -> frozenset[str]:
    items = [item for each in documents if isinstance(each.value, list) for item in each.value]
    return frozenset(str(item["id"]) for item in items if isinstance(item, dict) and "id" in item)


def _report_strays(content: Content, folder: Path, sources: list[Path]) -> None:
    """Report files that look like knowledge and would be passed over in silence."""
    known = {folder / name for name in TOP_FILES}
    known |= {source / name for source in sources for name in SOURCE_FILES}
    for path in (path for place in sorted({folder, *sources}) for path in _files(place, "*.y*ml")):
        if path not in known:
            names = SOURCE_FILES if path.parent in sources else TOP_FILES
            content.report(path, f"a file of this name is not read: it may be {_either(names)}")
    for path in (path for source in sources for path in _files(source, "entries/**/*.y*ml")):
        if path.suffix != ".yaml" or path.parent.name != "entries":
            content.report(path, "this file is not read: move it to entries/ and end it in .yaml")


def _files(folder: Path, pattern: str) -> list[Path]:
    """Return what fits *pattern*, in order, without the hidden files that editors leave."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(names)


def _one(content: Content, path: Path, kind: str) -> list[Located[Any]]:
    """Return the only item of a file, or nothing where it has problems."""
    read = _document(content, path)
    if read.value is None:
        return []
    return _validated(read, [((), read.value, schema.FILES[kind])])


def _items(content: Content, path: Path, kind: str) -> list[Located[Any]]:
    """Validate each item of a list file by itself, so that one bad item hides no other."""
    if not path.exists():
        return []
    read = _document(content, path)
    if read.value is None:
        return []
    if not isinstance(read.value, list):
        read.report((), "the file must be a list: begin each item with a dash")
        return []
    return _validated(
        read,
        [
            ((index,), item, schema.item_adapter(kind, item))
            for index, item in enumerate(read.value)
        ],
    )


def _document(content: Content, path: Path) -> Document:
    read = document.read(path)
    if read.value is None and not read.problems:
        read.report((), "the file is empty: fill it or delete it")
    content.documents.append(read)
    return read


def _validated(
    read: Document, values: Iterable[tuple[Place, Any, TypeAdapter[Any]]]
) -> list[Located[Any]]:
    specs = []
    for place, value, adapter in values:
        try:
            specs.append(Located(adapter.validate_python(value), read, place))
        except ValidationError as error:
            for at, message in explain(error, value):
                read.report((*place, *at), message)
    return specs
