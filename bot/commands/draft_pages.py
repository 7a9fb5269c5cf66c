"""What ``footnote draft`` prints: what was drafted, or what changed in the article since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import assert_never

from rich.console import Group, RenderableType
from rich.text import Text

from bot.knowledge.draft.draft import Drafted
from bot.knowledge.draft.moves import Changed, Gone, Kept, Move, New
from bot.knowledge.draft.revision import Revision
from bot.knowledge.places import named


def drafted(folder: Path, found: Drafted, along: Iterable[str]) -> RenderableType:
    """Return what was written to *folder*, the lines *along* beside it, and what to do next."""
    source = found.source
    lines = [
        Text(source.title, style="bold"),
        Text(f"{source.publisher} · {source.byline} · {source.date}", style="dim"),
        Text(source.url, style="dim"),
        *(Text(f"Written: {folder / name}") for name in found.files),
        *map(Text, along),
        Text(f"{_count(len(source.paragraphs), 'paragraph')}, {_count(found.stubs, 'stub')}."),
    ]
    if found.names:
        entries = next(name for name in found.files if name.startswith("entries/"))
        names = _count(found.names, "name")
        lines.append(Text(f"{names} for the glossary: at the head of {folder / entries}."))
    return Group(*lines, Text("Write the answers, then run: footnote check"))


def revised(revision: Revision, written: Sequence[Path]) -> RenderableType:
    """Return what changed, which entries need another look, and which files were *written*."""
    if revision.is_nothing:
        return Text("Nothing has changed.")
    lines = [Text(line) for line in changes(revision.moves)]
    if not lines:
        lines = [Text("The paragraphs are the same; facts or links differ.")]
    for problem in (*revision.blocked, *revision.looks):
        lines.append(Text(str(problem), style="yellow"))
    lines += [Text(f"Written: {path}") for path in written]
    if not written:
        lines.append(Text("Nothing was written: add --update to take this over."))
    return Group(*lines)


def changes(moves: Iterable[Move]) -> Iterator[str]:
    """Yield a sentence for each change; neighbours that moved alike share one."""
    for shift, group in groupby(moves, key=_shift):
        run = list(group)
        if shift and len(run) > 1:
            old, new = _ends(run)
            yield f"paragraphs {old} are {new} now"
        else:
            yield from (_sentence(move) for move in run if not _stayed(move))


def _shift(move: Move) -> int:
    """Return by how much a paragraph moved that reads as it did; 0 for all others."""
    match move:
        case Kept(int(old), int(new)):
            return new - old
        case _:
            return 0


def _stayed(move: Move) -> bool:
    return isinstance(move, Kept) and move.old == move.new


def _ends(run: Sequence[Move]) -> tuple[str, str]:
    kept = [move for move in run if isinstance(move, Kept)]
    return f"{kept[0].old}–{kept[-1].old}", f"{kept[0].new}–{kept[-1].new}"


def _sentence(move: Move) -> str:
    match move:
        case Kept(old, new):
            return f"{named(old)} is {named(new)} now"
        case Changed(old, new):
            moved = "" if old == new else f", and is {named(new)} now"
            return f"{named(old)} reads differently{moved}"
        case Gone(old):
            return f"{named(old)} is gone"
        case New(new):
            return f"{named(new)} is new"
        case _:
            assert_never(move)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
