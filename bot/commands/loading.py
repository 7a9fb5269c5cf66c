"""What several subcommands need first: the knowledge folder, the encoder, the index."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.core.index import Index
from bot.core.learned import Arrays
from bot.core.model import Base
from bot.core.part import Material, teach
from bot.core.semantic import Encoder
from bot.errors import NoKnowledgeError
from bot.knowledge.load import load
from bot.knowledge_dir import knowledge_in, shipped_knowledge
from bot.meaning.lessons import Lessons
from bot.meaning.models import find_encoder
from bot.process import give_back, use_one_thread
from bot.settings import load_settings

KnowledgeOption = Annotated[
    Path | None, typer.Option(help="The knowledge folder; else KNOWLEDGE_DIR, else the base here.")
]
SourceOption = Annotated[str, typer.Option(help="Which source, where the base has several.")]


def knowledge_folder(named: Path | None) -> Path:
    """Return the folder *named*, else the one that is set, else the base here.

    Raise `NoKnowledgeError` if there is none: nobody judges or changes Footnote's own unawares.
    """
    return named or load_settings().knowledge_dir or knowledge_in(Path())


def knowledge_to_ask(named: Path | None) -> Path:
    """Return the same, or Footnote's own where there is none, saying so."""
    try:
        return knowledge_folder(named)
    except NoKnowledgeError:
        shipped = shipped_knowledge()
        print(f"No knowledge folder here: using Footnote's own, {shipped}", file=sys.stderr)
        return shipped


def knowledge_to_begin(named: Path | None) -> Path:
    """Return the same, or ``knowledge`` here where there is none yet."""
    try:
        return knowledge_folder(named)
    except NoKnowledgeError:
        return Path("knowledge")


def the_encoder() -> Encoder | None:
    """Return the encoder that is set or installed, if there is one."""
    settings = load_settings()
    return find_encoder(settings.encoder_dir, settings.cache_dir)


def load_index(
    folder: Path, encoder: Encoder | None, learned: Callable[[Material], Arrays] = teach
) -> Index:
    """Return the index of the base in *folder*; *learned* is as for `lessons`."""
    base = load(folder, load_settings().published)
    ask_for_patience()
    use_one_thread()
    index = Index(base, encoder, lessons(learned))
    give_back()
    return index


def learn(base: Base, encoder: Encoder | None) -> Index:
    """Return the index of *base*; what was learned from it before is not learned again."""
    return Index(base, encoder, lessons())


def lessons(learned: Callable[[Material], Arrays] = teach) -> Lessons:
    """Return what was learned at earlier starts; *learned* does what is missing."""
    return Lessons(load_settings().cache_dir, learned)


def in_a_folder(path: Path | None) -> Path | None:
    """Refuse *path*, to be written at the end, while nobody has waited for what stands in it."""
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        raise typer.BadParameter(f"{path} must be a file in a folder that is there.")
    return path


def ask_for_patience() -> None:
    """Tell whoever waits at a terminal why."""
    if sys.stderr.isatty():
        print("Learning from the base takes some seconds.", file=sys.stderr)
