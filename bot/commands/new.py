"""``footnote new``: a new entry, asked for at the terminal and written where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
from bot.errors import FootnoteError
from bot.knowledge.editing.add import add_entry
from bot.knowledge.editing.fields import Fields
from bot.knowledge.editing.passages import passages_of
from bot.knowledge.editing.shelf import Shelf, open_shelf
from bot.knowledge.editing.yaml_item import to_item
from bot.knowledge.load import build
from bot.knowledge.reading.read import read_article
from bot.knowledge.references import check_references
from bot.knowledge.schema import EntrySpec, StubSpec
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
    dialogue = EntryDialogue(Fields(shelf, texts), _hints(shelf))
    with _handing_back(dialogue):
        entry = dialogue.run()
        if entry is None:
            tell("Nothing was written.")
            raise typer.Exit(1)
        added = add_entry(folder, shelf.id, entry)
    tell(f"Written: {added.file}:{added.line}")


@contextmanager
def _handing_back(dialogue: EntryDialogue) -> Iterator[None]:
    """Show what was typed if it could not be written, so that nobody has to type it twice."""
    try:
        yield
    except (EOFError, KeyboardInterrupt):
        _hand_back(dialogue.so_far)
        raise typer.Exit(1) from None
    except FootnoteError:
        _hand_back(dialogue.so_far)
        raise


def _hand_back(item: EntrySpec | StubSpec | None) -> None:
    if item is None:
        tell("\nNothing was written.")
    else:
        tell(
            f"\nNothing was written; this can be pasted into a file of entries:\n\n{to_item(item)}"
        )


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
