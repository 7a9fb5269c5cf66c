"""Cards, reasons and figures in the terminal, by rich."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.core.model import Match, Reasons
from bot.core.reply import Reply, Tone
from bot.evaluate import Figures, Share

WIDTH = 88
COLOURS = {Tone.ANSWER: "blue", Tone.SUGGEST: "yellow", Tone.DECLINE: "bright_black"}


def console() -> Console:
    """Return the console for standard output, at most ``WIDTH`` wide."""
    found = Console(highlight=False)
    return Console(highlight=False, width=min(found.width, WIDTH))


def card(reply: Reply) -> RenderableType:
    """Return *reply* as a panel; footnotes are links where the terminal knows them."""
    lines = [
        Text(reply.lead, style="dim") if reply.lead else None,
        Text(reply.heading, style="bold") if reply.heading else None,
        Text(reply.body) if reply.body else None,
        Text() if reply.footnotes else None,
        *(
            Text.assemble(
                (f"{note.number}  ", "dim"), (note.label, f"underline cyan link {note.url}")
            )
            for note in reply.footnotes
        ),
        Text(f"\n{reply.prompt}", style="dim") if reply.prompt else None,
        *(Text(f"›  {choice.label}") for choice in reply.choices),
    ]
    return Panel(
        Group(*(line for line in lines if line is not None)),
        box=box.ROUNDED,
        border_style=COLOURS.get(reply.tone, "none"),
        padding=(0, 1),
    )


def reasons(found: Reasons) -> RenderableType:
    """Return why a decision came out as it did."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("score", "entry", "nearest phrasing"):
        table.add_column(heading, justify="right" if heading == "score" else "left")
    for match in found.matches[:4]:
        table.add_row(f"{match.score:.3f}", match.target.id, _phrasing(match))
    lines = [
        Text.assemble(("read as    ", "dim"), found.read_as or "(no words)"),
        Text.assemble(("threshold  ", "dim"), f"{found.threshold:.3f}"),
        Text.assemble(("margin     ", "dim"), f"{found.margin:.3f}"),
        *(Text.assemble(("objection  ", "dim"), each) for each in found.objections),
        Text.assemble(("base       ", "dim"), found.base_version),
    ]
    return Group(*lines, Text(), table)


def _phrasing(match: Match) -> Text:
    return Text(match.phrasing, overflow="ellipsis", no_wrap=True)


def figures(found: Figures) -> RenderableType:
    """Return the headline figures and the table by style and language."""
    headline = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in (
        ("answer accuracy", str(found.accuracy)),
        ("  of them English", str(found.english_accuracy)),
        ("right entry answered or suggested", str(found.offered)),
        ("false-answer rate", str(found.false_answers)),
        ("latency, p50 and p99", f"{found.p50_ms:.2f} ms, {found.p99_ms:.2f} ms"),
    ):
        headline.add_row(name, Text(value, style="bold"))
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", padding=(0, 1))
    for heading in ("style", "language", "right", "right or suggested", "answered in vain"):
        table.add_column(heading)
    for row in found.rows:
        shares = (row.right, row.offered, row.answered)
        table.add_row(row.style, row.lang, *map(_cell, shares))
    return Group(headline, table)


def _cell(share: Share) -> str:
    return str(share) if share.whole else ""
