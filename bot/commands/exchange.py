"""``footnote export`` and ``footnote import``: questions and answers as CSV, TSV and JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.loading import KnowledgeOption, SourceOption, knowledge_folder
from bot.commands.prompt import tell
from bot.knowledge.exchange.exchange import Columns, export_file, import_file
from bot.knowledge.exchange.take import Taken


def export(
    file: Annotated[Path, typer.Argument(help="Its ending decides: .json, .csv or .tsv.")],
    columns: Annotated[
        Columns, typer.Option(help="The columns of a table; Azure's question answering reads its.")
    ] = Columns.PLAIN,
    source: SourceOption = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the base's entries to FILE: JSON holds all of them, a table those of one source."""
    found = export_file(file, knowledge_folder(knowledge), source, columns, force=force)
    if found.left_out:
        tell(f"Left out, as JSON alone has room: {', '.join(found.left_out)}", style="yellow")
    tell(f"Written: {found.entries} entries to {file}")


def import_(
    file: Annotated[Path, typer.Argument(help="JSON, or a table with a column Question.")],
    source: SourceOption = "",
    force: Annotated[
        bool, typer.Option("--force", help="Replace entries that stand there and differ.")
    ] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Take the questions and answers in FILE into the base; exit status 1 if a row does not fit.

    What cites no paragraph becomes a stub: it answers nobody until a person has written it.
    """
    found = import_file(file, knowledge_folder(knowledge), source, force=force)
    for problem in found.problems:
        tell(str(problem), style="yellow")
    tell(_summary(found))
    raise typer.Exit(1 if found.problems else 0)


def _summary(found: Taken) -> str:
    new = f"{found.added} new ({found.stubs} of them stubs)"
    counts = f"{new}, {found.replaced} replaced, {found.unchanged} as before"
    return f"{counts}: {', '.join(found.files)}" if found.files else counts
