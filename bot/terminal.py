"""Cards and reasons in the terminal, by rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.core.model import Decision
from bot.core.reply import Passage, Reply, Tone
from bot.core.why import why
from bot.knowledge.support import Support

WIDTH = 88
COLOURS = {Tone.ANSWER: "blue", Tone.SUGGEST: "yellow", Tone.DECLINE: "bright_black"}


def console(least: int = 0) -> Console:
    """Return the console for standard output, at most ``WIDTH`` wide.

    Where a terminal is narrower than *least*, it breaks the lines itself: a table that is squeezed
    loses its figures.
    """
    found = Console(highlight=False)
    return Console(highlight=False, width=min(max(found.width, least), WIDTH))


def card(reply: Reply) -> RenderableType:
    """Return *reply* as a panel; footnotes are links where the terminal knows them."""
    lines = [line for passage in reply.passages for line in _passage(passage)]
    for note in reply.footnotes:
        style = f"underline cyan link {note.url}" if note.url else ""
        lines.append(Text.assemble((f"{note.number}  ", "dim"), (note.label, style)))
    if reply.prompt:
        lines.append(Text(f"\n{reply.prompt}", style="dim"))
    lines += [Text(f"›  {choice.label}") for choice in reply.choices or reply.related]
    return Panel(
        Group(*lines),
        box=box.ROUNDED,
        border_style=COLOURS.get(reply.tone, "none"),
        padding=(0, 1),
    )


def _passage(passage: Passage) -> list[Text]:
    parts = (
        (passage.remark, "italic"),
        (passage.lead, "dim"),
        (passage.heading, "bold"),
        (passage.body, ""),
    )
    lines = [Text(text, style=style) for text, style in parts if text]
    return [*lines, Text()] if passage.notes else lines


def explain(out: Console, decision: Decision, card: Reply) -> None:
    """Print why *decision* came out as it did, and where the footnotes of *card* lead.

    Addresses are not broken, so that they can be copied where a terminal knows no links.
    """
    out.print(_reasons(decision))
    for note in card.footnotes:
        out.print(Text.assemble((f"{note.number}  ", "dim"), note.url), soft_wrap=True)


def _reasons(decision: Decision) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, text in why(decision):
        table.add_row(Text(name, style="dim"), Text(text))
    return table


def support(answers: Iterable[Support]) -> RenderableType:
    """Return how much of each answer its paragraphs carry, and the words that they do not."""
    return Group(*(line for each in answers for line in _supported(each)))


def _supported(answer: Support) -> Iterator[RenderableType]:
    share = f"{100 * answer.share:4.0f} %  "
    yield Text.assemble(share, (answer.entry_id, "bold"), f"  {answer.file}:{answer.line}")
    missing = Text(", ".join(answer.missing) or "every word is carried", style="dim")
    yield Padding(missing, (0, 0, 0, len(share)), expand=False)
