"""``footnote draft``: from an article to a folder of knowledge, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID
from rich.text import Text

from bot import terminal
from bot.commands import draft_pages as pages
from bot.commands.loading import KnowledgeOption, knowledge_folder, knowledge_to_begin
from bot.knowledge.draft.draft import SOURCE, compare, draft_folder, update
from bot.knowledge.draft.facts import NAMES, checked_id
from bot.knowledge.reading.read import read_article
from bot.knowledge.reading.reading import Progress

Given = Annotated[str, typer.Option(help="Instead of what the article tells.")]


def draft(
    source: Annotated[str, typer.Argument(help="Text, Markdown, HTML or PDF: a file or address.")],
    id_: Annotated[str, typer.Option("--id", help="A short name for the article.")],
    write: Annotated[
        bool, typer.Option("--update", help="Take over what changed since the last draft.")
    ] = False,
    title: Given = "",
    publisher: Given = "",
    byline: Given = "",
    date: Given = "",
    url: Given = "",
    knowledge: KnowledgeOption = None,
) -> None:
    """Draft a folder of knowledge from the article at SOURCE, for a person to write its answers.

    The schemas that its files name, for editors, are written beside it.
    Where the folder is there already, show what has changed in the article since.
    """
    values = (title, publisher, byline, date, url)
    given = {name: value for name, value in zip(NAMES, values, strict=True) if value}
    folder = (knowledge_folder if write else knowledge_to_begin)(knowledge) / checked_id(id_)
    with _progress() as progress:
        reading = read_article(source, progress)
        if not (folder / SOURCE).exists():
            shown = pages.drafted(folder, draft_folder(folder, reading, given, progress))
        else:
            revision = compare(folder, reading, given, progress)
            written = update(folder, reading, revision) if write else ()
            shown = pages.revised(revision, written)
    out = terminal.console()
    for note in reading.notes:
        out.print(Text(note, style="yellow"))
    out.print(shown, soft_wrap=True)


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a bar on standard error, if that is a terminal, which goes away in the end."""
    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what)
            bar.update(tasks[what], completed=done, total=total or None)

        yield show
