"""Cards and reasons in the terminal, by rich."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.core.model import Match, Reasons
from bot.core.reply import Passage, Reply, Tone

WIDTH = 88
COLOURS = {Tone.ANSWER: "blue", Tone.SUGGEST: "yellow", Tone.DECLINE: "bright_black"}


def console() -> Console:
    """Return the console for standard output, at most ``WIDTH`` wide."""
    found = Console(highlight=False)
    return Console(highlight=False, width=min(found.width, WIDTH))


def card(reply: Reply) -> RenderableType:
    """Return *reply* as a panel; footnotes are links where the terminal knows them."""
    lines = [line for passage in reply.passages for line in _passage(passage)]
    for note in reply.footnotes:
        link = (note.label, f"underline cyan link {note.url}")
        lines.append(Text.assemble((f"{note.number}  ", "dim"), link))
    if reply.prompt:
        lines.append(Text(f"\n{reply.prompt}", style="dim"))
    lines += [Text(f"›  {choice.label}") for choice in reply.choices]
    return Panel(
        Group(*lines),
        box=box.ROUNDED,
        border_style=COLOURS.get(reply.tone, "none"),
        padding=(0, 1),
    )


def _passage(passage: Passage) -> list[Text]:
    parts = ((passage.lead, "dim"), (passage.heading, "bold"), (passage.body, ""))
    lines = [Text(text, style=style) for text, style in parts if text]
    return [*lines, Text()] if passage.notes else lines


def reasons(found: Reasons) -> RenderableType:
    """Return why a decision came out as it did."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("score", "lead", "confidence"):
        table.add_column(heading, justify="right")
    table.add_column("entry")
    table.add_column("nearest phrasing")
    for match in found.matches[:4]:
        numbers = (match.score, match.lead, match.confidence)
        shown = [f"{number:.3f}" for number in numbers]
        table.add_row(*shown, match.target.id, _phrasing(match))
    lines = [
        Text.assemble(("read as    ", "dim"), found.read_as or "(no words)"),
        Text.assemble(("threshold  ", "dim"), f"{found.threshold:.3f}"),
        Text.assemble(("counted    ", "dim"), _counted(found)),
        *(Text.assemble(("objection  ", "dim"), each) for each in found.objections),
        Text.assemble(("base       ", "dim"), found.base_version),
    ]
    return Group(*lines, Text(), table)


def _counted(found: Reasons) -> str:
    """Return the words that added most to the score, with what each added."""
    return ", ".join(f"{word} {share:.3f}" for word, share in found.counted[:8] if share > 0)


def _phrasing(match: Match) -> Text:
    return Text(match.phrasing, overflow="ellipsis", no_wrap=True)
