"""``footnote new``: a new entry, asked for at the terminal and written where it belongs."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.entry_dialogue import EntryDialogue
from bot.commands.hints import Hints
from bot.commands.loading import (
    KnowledgeOption,
    SourceOption,
    knowledge_folder,
    learn,
    the_encoder,
)
from bot.commands.prompt import tell
from bot.knowledge.editing.add import add_entry
from bot.knowledge.editing.fields import Fields
from bot.knowledge.editing.passages import passages_of
from bot.knowledge.editing.shelf import Shelf, open_shelf
from bot.knowledge.load import build
from bot.knowledge.reading.read import read_article
from bot.knowledge.references import check_references
from bot.process import use_one_thread


def new(
    source: SourceOption = "",
    article: Annotated[
        str, typer.Option(help="The article, to see its paragraphs and hold evidence against.")
    ] = "",
    knowledge: KnowledgeOption = None,
) -> None:
    """Write a new entry: asks for its fields, and says at once what cannot stand.

    Nothing is written before you say so, and no other line of the file changes.
    """
    folder = knowledge_folder(knowledge)
    shelf = open_shelf(folder, source)
    texts = passages_of(read_article(article).article) if article else {}
    tell(_heading(shelf), style="bold")
    entry = EntryDialogue(Fields(shelf, texts), _hints(shelf)).run()
    if entry is None:
        tell("Nothing was written.")
        raise typer.Exit(1)
    added = add_entry(folder, shelf.id, entry)
    tell(f"Written: {added.file}:{added.line}")


def _heading(shelf: Shelf) -> str:
    spec = shelf.source.source.spec
    return f"{spec.title} · {len(spec.paragraphs)} paragraphs"


def _hints(shelf: Shelf) -> Hints | None:
    """Return hints, if the base answers anything yet."""
    check_references(shelf.content)
    if shelf.content.problems or not shelf.content.entries:
        return None
    base = build(shelf.content)
    use_one_thread()
    return Hints(lambda: learn(base, the_encoder()))
