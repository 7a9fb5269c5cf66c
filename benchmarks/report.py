"""Figures as plain tables, which are Markdown too, and as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median

from benchmarks.accuracy import SLOW_STEP, Result
from benchmarks.data import DataError
from benchmarks.discord_load import Load
from benchmarks.matchers import CONTENDERS, OURS
from benchmarks.measures import percentile
from benchmarks.shipped import Start
from benchmarks.speed import Timing

NONE = "-"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column is text and whose others are figures."""
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]

    def line(cells: Sequence[str]) -> str:
        first = cells[0].ljust(widths[0])
        rest = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
        return f"| {' | '.join([first, *rest])} |"

    rule = [("-" * widths[0]), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([line(lines[0]), line(rule), *map(line, lines[1:])])


def accuracies(results: Iterable[Result]) -> Iterator[str]:
    """Yield a table for each count of phrasings an entry, once its *results* are there."""
    for count, group in groupby(results, key=lambda each: each.count):
        by_name: dict[str, list[Result]] = {}
        for each in group:
            by_name.setdefault(each.name, []).append(each)
        head = [f"{count} phrasings an entry", "questions", "right %", "AUROC score"]
        head += ["AUROC confidence", "right %, typos", "AUROC score, typos"]
        yield table(head, [_accuracy(*pair) for pair in by_name.values()])
    slow = ", ".join(each.name.split()[-1] for each in CONTENDERS if each.slow)
    yield f"{slow}: every {SLOW_STEP}th in-scope question, since they are slow."


def _accuracy(clean: Result, typos: Result) -> list[str]:
    own = clean.name in OURS
    return [
        clean.name,
        f"{clean.questions:,}",
        f"{100 * clean.accuracy:.1f}",
        f"{clean.by_score:.3f}",
        f"{clean.by_confidence:.3f}" if own else NONE,
        f"{100 * typos.accuracy:.1f}",
        f"{typos.by_score:.3f}",
    ]


def speeds(timings: Sequence[Timing]) -> str:
    """Return a table of *timings*, all of one size."""
    head = [
        f"{timings[0].phrasings:,} phrasings",
        "p50 ms",
        "p99 ms",
        "p50 ms, typos",
        "questions",
        "index s",
        "of it encoding",
    ]
    head += ["added MiB", "peak MiB"]
    return table(head, map(_speed, timings))


def _speed(timing: Timing) -> list[str]:
    built = timing.built
    return [
        timing.name,
        _short(median(timing.plain_ms)),
        _short(percentile(timing.plain_ms, 99)),
        _short(median(timing.typo_ms)),
        str(len(timing.plain_ms)),
        _short(built.build_s),
        _short(built.encoding_s) if built.encoding_s else NONE,
        f"{built.added_mib:.0f}",
        f"{built.peak_mib:.0f}",
    ]


def ratios(timings: Sequence[Timing]) -> str:
    """Return p50 of ours as a share of each other's, all of one size; below 1 ours is faster."""
    p50 = {each.name: median(each.plain_ms) for each in timings}
    ours = [name for name in p50 if name in OURS]
    rows = [
        [name, *(f"{p50[own] / p50[name]:.3g}" for own in ours)]
        for name in p50
        if name not in OURS
    ]
    return table([f"p50 ours / theirs, {timings[0].phrasings:,} phrasings", *ours], rows)


def starts(found: Sequence[Start]) -> str:
    """Return a table of starts of the shipped base."""
    head = ["shipped base", "phrasings", "load s", "encoder s", "index s", "p50 ms", "p99 ms"]
    head += ["resident MiB", "peak MiB"]
    rows = [
        [
            each.how,
            f"{each.phrasings:,}",
            *map(_short, (each.load_s, each.encoder_s, each.index_s)),
            _short(median(each.latencies_ms)),
            _short(percentile(each.latencies_ms, 99)),
            f"{each.resident_mib:.0f}",
            f"{each.peak_mib:.0f}",
        ]
        for each in found
    ]
    return table(head, rows)


def loads(found: Sequence[Load]) -> str:
    """Return a table of *found*, each beside the first; above 1 it answers more."""
    first, *_ = found
    head = ["simulated Discord", "at once, answers a s", f"beside {first.name}"]
    head += ["50 a s, answers a s", f"beside {first.name}", "p50 ms", "p99 ms"]
    return table(head, [_load(each, first) for each in found])


def _load(one: Load, other: Load) -> list[str]:
    """Compare turn by turn: those of one turn shared the machine."""
    pairs = list(zip(one.turns, other.turns, strict=True))
    latencies_ms = [each for turn in one.turns for each in turn.latencies_ms]
    return [
        one.name,
        f"{median(turn.burst_s for turn in one.turns):.0f}",
        f"{median(mine.burst_s / theirs.burst_s for mine, theirs in pairs):.2f}",
        f"{median(turn.paced_s for turn in one.turns):.1f}",
        f"{median(mine.paced_s / theirs.paced_s for mine, theirs in pairs):.2f}",
        _short(median(latencies_ms)),
        _short(percentile(latencies_ms, 99)),
    ]


def plot(timings: Sequence[Timing], path: Path) -> None:
    """Draw p50 against the number of phrasings, both axes logarithmic, to a PNG at *path*."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise DataError("--plot needs matplotlib: pip install matplotlib") from None
    figure = Figure(figsize=(8, 4.8), dpi=110, layout="constrained")
    axes = figure.add_subplot()
    lines: dict[str, list[Timing]] = {}
    for each in timings:
        lines.setdefault(each.name, []).append(each)
    for number, (name, group) in enumerate(lines.items()):
        own = name in OURS
        axes.plot(
            [each.phrasings for each in group],
            [median(each.plain_ms) for each in group],
            marker="o",
            label=name,
            color=f"C{number}",
            linewidth=3 if own else 1.3,
            linestyle="-" if own else "--",
        )
    axes.set(xscale="log", yscale="log", xlabel="phrasings in the base")
    axes.set_ylabel("ms a question, median, one thread")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    figure.savefig(path)


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"
