"""A knowledge folder drafted from an article, and drafted again when the article has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.core.text import is_east_asian
from bot.errors import DraftError
from bot.knowledge import content
from bot.knowledge.article import Article
from bot.knowledge.content import Content
from bot.knowledge.draft import stubs
from bot.knowledge.draft.facts import facts_of, known_facts, refusal
from bot.knowledge.draft.names import aliases
from bot.knowledge.draft.renumber import renumber
from bot.knowledge.draft.revision import Revision, Written, revise
from bot.knowledge.draft.source import Facts, draft_source, to_yaml
from bot.knowledge.files import replace_files, write_folder
from bot.knowledge.reading.reading import Progress, Reading, silent
from bot.knowledge.schema import SourceSpec, StubSpec, write_json_schemas

SOURCE = "source.yaml"
LONGEST_RUN = 40
"""More letters than this without a space is no word, so that a link would hold whole sentences."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A new folder of knowledge: its facts, and how much is left for a person."""

    source: SourceSpec
    files: tuple[str, ...]
    stubs: int
    names: int


def draft_folder(
    folder: Path, reading: Reading, given: Mapping[str, str], progress: Progress = silent
) -> Drafted:
    """Write *folder* for the article of *reading*: ``source.yaml`` and stubs for each section.

    The schemas that these name for editors are written beside it, first.

    *given* are facts beside or instead of those that the article tells. Raises `DraftError`, with
    nothing written, where a fact is missing or does not fit, or the folder is there already.
    """
    if folder.exists():
        raise DraftError(f"{folder} is there already, without a {SOURCE}: choose another --id.")
    facts = facts_of(folder.name, reading.told, given)
    source = _source(reading.article, facts, progress)
    drafted = stubs.stubs(reading.article, source, _ids(folder.parent))
    suggested = aliases(reading.article)
    texts = _entry_files(drafted)
    heads = [stubs.HEAD + stubs.glossary_lines(suggested), *[stubs.HEAD] * len(texts)]
    entries = {name: head + text for head, (name, text) in zip(heads, texts.items(), strict=False)}
    files = {SOURCE: to_yaml(source)} | entries
    write_json_schemas(folder.parent / "schema")
    write_folder(folder, files)
    return Drafted(source, tuple(files), sum(map(len, drafted.values())), len(suggested))


def compare(
    folder: Path, reading: Reading, given: Mapping[str, str], progress: Progress = silent
) -> Revision:
    """Return how the article of *reading* differs from what *folder* says of it; write nothing."""
    found = _sound(folder)
    (source,) = found.sources
    _refuse_unspaced(reading.article)
    facts = known_facts(source.source.spec, given)
    try:
        return revise(source, _entries_elsewhere(folder), reading.article, facts, progress)
    except ValidationError as error:
        raise refusal(error, facts) from None


def update(folder: Path, reading: Reading, revision: Revision) -> tuple[Path, ...]:
    """Take *revision* over into *folder* and return the files written, if any.

    ``source.yaml`` is written anew, entries cite the new numbers, and new paragraphs get stubs.
    Raises `DraftError`, with nothing written, while an entry cites what is gone.
    """
    if revision.is_nothing:
        return ()
    if revision.blocked:
        problems = "\n".join(map(str, revision.blocked))
        raise DraftError(f"Nothing was written, since entries rest on what is gone:\n{problems}")
    old = _entry_texts(folder)
    new = {name: renumber(text, revision.numbers) for name, text in old.items()}
    if revision.added:
        taken = _ids(folder.parent)
        drafted = stubs.stubs(reading.article, revision.new, taken, only=revision.added)
        new |= {
            name: _appended(new.get(name, ""), text)
            for name, text in _entry_files(drafted).items()
        }
    changed = {name: text for name, text in new.items() if text != old.get(name)}
    files = {SOURCE: to_yaml(revision.new)} | changed
    written = {f"{folder.name}/{name}": text for name, text in files.items()}
    written |= _renumbered_elsewhere(folder, revision)
    replace_files(folder.parent, written)
    return tuple(folder.parent / name for name in written)


def _source(article: Article, facts: Facts, progress: Progress) -> SourceSpec:
    _refuse_unspaced(article)
    try:
        return draft_source(article, facts, progress)
    except ValidationError as error:
        raise refusal(error, facts) from None


def _refuse_unspaced(article: Article) -> None:
    """A link is made of words: of a language without spaces it would hold the text itself."""
    for block in article.paragraphs:
        if any(len(word) > LONGEST_RUN and is_east_asian(word) for word in block.text.split()):
            raise DraftError(
                "This article is written without spaces between words: no link can be drafted for "
                "it. Write source.yaml by hand, or draft from a translation."
            )


def _entry_files(drafted: Mapping[str, list[StubSpec]]) -> dict[str, str]:
    return {f"entries/{section}.yaml": stubs.to_yaml(each) for section, each in drafted.items()}


def _entry_texts(folder: Path) -> dict[str, str]:
    paths = sorted((folder / "entries").glob("*.yaml"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8-sig")
        for path in paths
        if not path.name.startswith(".")
    }


def _renumbered_elsewhere(folder: Path, revision: Revision) -> dict[str, str]:
    """Return the files of other sources whose entries cite this one, with its new numbers."""
    changed: dict[str, str] = {}
    for beside in _others(folder):
        for name, text in _entry_texts(beside).items():
            new = renumber(text, revision.numbers, f"{revision.old.id}:")
            changed |= {f"{beside.name}/{name}": new} if new != text else {}
    return changed


def _others(folder: Path) -> list[Path]:
    """Return the folders of the other sources, as far as they can be read without a problem."""
    found = sorted(path.parent for path in folder.parent.glob("*/entries") if path.is_dir())
    return [each for each in found if each != folder and not content.read(each).problems]


def _entries_elsewhere(folder: Path) -> list[Written]:
    found: list[Written] = []
    for path in _others(folder):
        read = content.read(path)
        found += [*read.entries, *read.stubs]
    return found


def _appended(text: str, items: str) -> str:
    return f"{text.rstrip()}\n\n{items}" if text.strip() else stubs.HEAD + items


def _sound(folder: Path) -> Content:
    found = content.read(folder)
    if found.problems:
        problems = "\n".join(map(str, found.problems))
        raise DraftError(f"{folder} has problems, mend them first:\n{problems}")
    return found


def _ids(knowledge: Path) -> frozenset[str]:
    """Return all ids in the knowledge folder, which may not be there yet."""
    if not knowledge.is_dir():
        return frozenset()
    found = content.read(knowledge)
    talk = {item.spec.id for item in found.small_talk}
    return frozenset(talk.union(*(each.declared for each in found.sources)))
