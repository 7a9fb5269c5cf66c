"""What an evaluation found, in the terminal, by rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.evaluate.compare import Standing, standings
from bot.evaluate.confusion import Confusion
from bot.evaluate.confusion import confusions as confused
from bot.evaluate.evaluation import Evaluation
from bot.evaluate.reliability import BINS, Bin, calibration_error, reliability
from bot.evaluate.summary import Figures, Share, figures

WIDTH = 80
"""What the tables need."""


def report(found: Evaluation, *, confusions: int) -> RenderableType:
    """Return all tables, *confusions* as many at most; those without a row are left out."""
    ours = figures(found.outcomes)
    wrong = confused(found.outcomes, limit=confusions)
    return Group(
        _figures(ours),
        *([_confusions(wrong)] if wrong else []),
        _reliability(reliability(found.claims)),
        *([_comparison(standings(ours, found.trials))] if found.trials else []),
    )


def _figures(found: Figures) -> RenderableType:
    headline = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in _headlines(found):
        headline.add_row(name, Text(value, style="bold"))
    table = _table("style", "lang", "right", "or suggested", "wrongly answered")
    for row in found.rows:
        shares = (row.right, row.offered, row.answered)
        table.add_row(row.style, row.lang, *map(_share, shares))
    return Group(headline, Text(), table)


def _headlines(found: Figures) -> list[tuple[str, str]]:
    near_topic = (
        [("  of them near-topic", str(found.near_topic))] if found.near_topic.whole else []
    )
    return [
        ("answer accuracy", str(found.accuracy)),
        ("  of them English", str(found.english_accuracy)),
        ("right entry answered or suggested", str(found.offered)),
        ("false-answer rate", str(found.false_answers)),
        *near_topic,
        ("latency, p50 and p99", f"{found.p50_ms:.2f} ms, {found.p99_ms:.2f} ms"),
    ]


def _confusions(found: Sequence[Confusion]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in found:
        asked = Text(each.asked, overflow="ellipsis", no_wrap=True)
        came = Text.assemble(
            ("reached ", "dim"), each.reached, ("; should have: ", "dim"), each.should
        )
        table.add_row(f"{each.confidence:.2f}", Group(asked, came))
    return _titled("Confusions: what went wrong, the most confident first", table)


def _reliability(bins: Sequence[Bin]) -> RenderableType:
    table = _table("confidence", "questions", "mean", "right", "answerable", "unanswerable")
    for column in table.columns[1:]:
        column.justify = "right"
    for each in bins:
        table.add_row(
            f"{each.low:.1f} to {each.low + 1 / BINS:.1f}",
            str(each.right.whole),
            f"{each.mean_confidence:.2f}",
            *map(_portion, (each.right, each.answerable, each.unanswerable)),
        )
    error = Text.assemble(
        "\nexpected calibration error ",
        (f"{calibration_error(bins):.3f}", "bold"),
        ": mean distance of confidence from share right",
    )
    return _titled("Reliability: how often the best match is right", Group(table, error))


def _comparison(found: Sequence[Standing]) -> RenderableType:
    table = _table("", "accuracy", "false answers", "p50", "times ours")
    for column in table.columns[3:]:
        column.justify = "right"
    for each in found:
        table.add_row(
            each.name,
            _share(each.accuracy),
            _share(each.false_answers),
            f"{each.p50_ms:.2f} ms",
            f"{each.slowdown:.2g}",
        )
    return _titled("The same base, answered by what others do", table)


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(heading)
    return table


def _titled(title: str, body: RenderableType) -> RenderableType:
    return Group(Text(f"\n{title}", style="bold"), body)


def _share(share: Share) -> Text:
    return Text(str(share) if share.whole else "", no_wrap=True)


def _portion(share: Share) -> str:
    return f"{share.part} of {share.whole}" if share.whole else ""
