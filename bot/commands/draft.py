"""``footnote draft``: from an article to a folder of knowledge, and what changed since."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot import terminal
from bot.commands import draft_pages as pages
from bot.commands.loading import KnowledgeOption, knowledge_folder, knowledge_to_begin
from bot.commands.progress_bar import progress_bar
from bot.knowledge.draft.along import is_new, take_manual, take_small_talk
from bot.knowledge.draft.draft import SOURCE, compare, draft_folder, update
from bot.knowledge.draft.facts import NAMES, checked_id
from bot.knowledge.reading.read import read_article
from bot.knowledge_dir import shipped_knowledge

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
    with_manual: Annotated[
        bool, typer.Option("--with-manual", help="Take Footnote's own manual along.")
    ] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Draft a folder of knowledge from the article at SOURCE, for a person to write its answers.

    The schemas that its files name, for editors, are written beside it, and small talk where
    nothing stands yet.
    Where the folder is there already, show what has changed in the article since.
    """
    values = (title, publisher, byline, date, url)
    given = {name: value for name, value in zip(NAMES, values, strict=True) if value}
    folder = (knowledge_folder if write else knowledge_to_begin)(knowledge) / checked_id(id_)
    with progress_bar() as progress:
        reading = read_article(source, progress)
        if not (folder / SOURCE).exists():
            first = is_new(folder.parent)
            drafted = draft_folder(folder, reading, given, progress)
            along = _take_along(folder.parent, small_talk=first, manual=with_manual)
            shown = pages.drafted(folder, drafted, along)
        else:
            revision = compare(folder, reading, given, progress)
            written = update(folder, reading, revision) if write else ()
            shown = pages.revised(revision, written)
    out = terminal.console()
    for note in reading.notes:
        out.print(Text(note, style="yellow"))
    out.print(shown, soft_wrap=True)


def _take_along(knowledge: Path, *, small_talk: bool, manual: bool) -> list[str]:
    """Return a line for each part of the knowledge that comes along which was copied."""
    shipped = shipped_knowledge()
    lines = []
    if small_talk:
        path = take_small_talk(shipped, knowledge)
        lines.append(f"Written: {path}: hello, thanks and the like, to change as you please")
    if manual:
        lines.append(f"Written: {take_manual(shipped, knowledge)}: the manual of the bot itself")
    return lines
