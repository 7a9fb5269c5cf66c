"""What ``footnote diff`` prints: answers side by side, and figures before and after."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.evaluate.difference import Change, Difference, Verdict

COLOURS = {
    Verdict.WORSE: "bold red",
    Verdict.ALLOWED: "yellow",
    Verdict.BETTER: "green",
    Verdict.OTHER: "dim",
}
TEXT_LIMIT = 300


def difference(found: Difference) -> RenderableType:
    """Return all that changes; the figures come last, where a long list ends."""
    return Group(
        *_section("Golden questions that are answered differently", found.golden),
        *_section("Sent questions that are answered differently", found.sent),
        _figures(found),
    )


def _section(title: str, changes: Sequence[Change]) -> list[RenderableType]:
    if not changes:
        return []
    return [Text(f"{title}: {len(changes)}", style="bold"), *map(_change, changes), Text()]


def _change(change: Change) -> RenderableType:
    heading = Text.assemble("\n", (change.id, "dim"), f"  {change.question}")
    if change.verdict is not Verdict.OTHER:
        heading.append(f"  {change.verdict}", style=COLOURS[change.verdict])
    sides = Table(box=box.MINIMAL, show_header=False, show_edge=False, expand=True, pad_edge=False)
    sides.add_column(ratio=1)
    sides.add_column(ratio=1)
    sides.add_row(_side(change.before), _side(change.after))
    return Group(heading, sides)


def _side(shown: str) -> Text:
    reached, _, text = shown.partition("\n")
    if len(text) > TEXT_LIMIT:
        text = text[: TEXT_LIMIT - 1].rstrip() + "…"
    return Text.assemble((reached, "dim"), "\n" if text else "", text)


def _figures(found: Difference) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", show_edge=False, pad_edge=False)
    for heading in ("golden questions", "before", "after"):
        table.add_column(heading)
    before, after = found.before, found.after
    table.add_row("answer accuracy", str(before.accuracy), str(after.accuracy))
    table.add_row("false-answer rate", str(before.false_answers), str(after.false_answers))
    return Group(table, Text(_verdict(found), style="bold"))


def _verdict(found: Difference) -> str:
    count = sum(change.verdict is Verdict.WORSE for change in found.golden)
    if count:
        noun = "golden question goes" if count == 1 else "golden questions go"
        return f"{count} {noun} wrong: a running bot refuses this change."
    if found.golden or found.sent:
        return "No golden question gets worse."
    return "No answer changes."
