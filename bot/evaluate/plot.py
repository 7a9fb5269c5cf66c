"""The trade-off between accuracy and false answers as a picture, by matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator, PercentFormatter

from bot.evaluate.tradeoff import Curve

SIZE_INCHES = (7.5, 5.0)
DPI = 160
INK = "#212529"
FAINT = "#6c757d"
GRID = "#e9ecef"
OURS = "#1971c2"
OTHERS = ("#e8590c", "#9c36b5", "#2f9e44", "#846358", "#c2255c")
LABEL_HEIGHT = 0.05
TENTHS = tuple(tenth / 10 for tenth in range(9, 0, -1))
TOLD_ALONE = "The numbers are thresholds on confidence. The large dot is the shipped one."
TOLD_TOGETHER = "Each line runs from the strictest threshold to none. The dot is the shipped one."


def draw(path: Path, curves: Sequence[Curve]) -> None:
    """Write a PNG of *curves*, ours first, to *path*."""
    figure = Figure(figsize=SIZE_INCHES, dpi=DPI, layout="constrained")
    axes = figure.add_subplot()
    ours, *others = curves
    _frame(axes, widest=max(_end(curve)[0] for curve in curves))
    told = TOLD_TOGETHER if others else TOLD_ALONE
    axes.text(0, 1.035, told, transform=axes.transAxes, color=FAINT, fontsize=9.5)
    for curve, colour in zip(others, OTHERS, strict=False):
        _line(axes, curve, colour, width=1.3)
    _line(axes, ours, OURS, width=2.6)
    _names(axes, curves)
    if not others:
        _thresholds(axes, ours)
    figure.savefig(path, format="png")


def _frame(axes: Axes, *, widest: float) -> None:
    axes.set_title("Accuracy against false answers", loc="left", color=INK, weight="bold", pad=25)
    axes.set_xlabel("unanswerable questions that get an answer", color=INK, labelpad=8)
    axes.set_ylabel("answerable questions that get a right answer", color=INK, labelpad=8)
    axes.set(xlim=(0, min(max(1.4 * widest, 0.1), 1)), ylim=(0, 1))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    axes.tick_params(colors=FAINT, length=0, pad=6)
    axes.grid(color=GRID)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)


def _end(curve: Curve) -> tuple[float, float]:
    loosest = curve.at(0.0)
    return loosest.false_answers, loosest.accuracy


def _line(axes: Axes, curve: Curve, colour: str, *, width: float) -> None:
    across = [0.0, *(point.false_answers for point in curve.points)]
    up = [0.0, *(point.accuracy for point in curve.points)]
    axes.plot(across, up, color=colour, linewidth=width, clip_on=False, zorder=3)
    shipped = curve.at(curve.shipped)
    axes.plot(
        shipped.false_answers,
        shipped.accuracy,
        "o",
        color=colour,
        markeredgecolor="white",
        markersize=6 + width,
        clip_on=False,
        zorder=4,
    )


def _names(axes: Axes, curves: Sequence[Curve]) -> None:
    """Write each name at the end of its line, the lower of two close ones further down."""
    colours = dict(zip((curve.name for curve in curves), (OURS, *OTHERS), strict=False))
    taken: list[tuple[float, float]] = []
    for curve in sorted(curves, key=lambda each: -_end(each)[1]):
        across, up = _end(curve)
        ceiling = min((y for x, y in taken if abs(x - across) < 0.1), default=1.1)
        up = min(up, ceiling - LABEL_HEIGHT)
        taken.append((across, up))
        shipped = f", shipped at {curve.shipped:.2f}" if curve.shipped else ""
        axes.annotate(
            curve.name + shipped,
            (across, up),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            color=colours[curve.name],
            weight="bold" if curve is curves[0] else "normal",
            annotation_clip=False,
            path_effects=[withStroke(linewidth=3, foreground="white")],
            zorder=5,
        )


def _thresholds(axes: Axes, curve: Curve) -> None:
    """Mark the tenths on *curve*, those that are not too near another mark."""
    marked = [curve.at(curve.shipped).accuracy]
    for point in map(curve.at, TENTHS):
        place = (point.false_answers, point.accuracy)
        if min(abs(point.accuracy - other) for other in marked) < LABEL_HEIGHT:
            continue
        marked.append(point.accuracy)
        axes.plot(*place, "o", color=OURS, markersize=4, clip_on=False, zorder=4)
        axes.annotate(
            f"{point.threshold:.1f}",
            place,
            xytext=(8, -4),
            textcoords="offset points",
            color=FAINT,
            fontsize=9,
        )
