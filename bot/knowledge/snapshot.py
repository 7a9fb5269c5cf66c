"""A knowledge folder read while others may be writing to it: never a mix of two states."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import UnsettledError
from bot.knowledge.content import Content
from bot.knowledge.references import read_content

PAUSE_S = 0.25
TRIES = 40
DEPTH = 4
"""How many folders deep files are looked at; knowledge stands two deep."""

Stamp = tuple[str, int, int, int, int]
Fingerprint = frozenset[Stamp]
"""Of each file its name, inode, size and times: it differs once a file has been written to."""
UNREAD: Fingerprint = frozenset({("", 0, 0, 0, 0)})
"""What no folder's is, not even that of one that is not there."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood in a folder at one moment, and by what a later moment is told from it."""

    content: Content
    fingerprint: Fingerprint


class Files:
    """The files of a knowledge *folder*, not read yet; remembers their state when they were."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen = UNREAD

    def changed(self) -> bool:
        """Tell whether they are others than those that were read last."""
        return fingerprint(self.folder) != self._seen

    def read(self) -> Content:
        """Read them as `take` does; if it raises, they count as changed until they are read."""
        self._seen = UNREAD
        snapshot = take(self.folder)
        self._seen = snapshot.fingerprint
        return snapshot.content


def take(folder: Path, pause: Callable[[], None] = lambda: time.sleep(PAUSE_S)) -> Snapshot:
    """Read *folder* at a moment when nobody writes to it; see ``content.problems``.

    Where files change meanwhile, or git is at work on them, it is read again after a *pause*.
    Raise `UnsettledError` if that has not ended after ``TRIES``, about ten seconds.
    """
    locks = git_locks(folder)
    for attempt in range(TRIES):
        if attempt:
            pause()
        if not _any(locks):
            before = fingerprint(folder)
            content = _read(folder)
            if content and fingerprint(folder) == before and not _any(locks):
                return Snapshot(content, before)
    raise UnsettledError(folder, next((lock for lock in locks if lock.exists()), None))


def _read(folder: Path) -> Content | None:
    """Return what stands in *folder*, or nothing where a part of it goes while it is read."""
    try:
        return read_content(folder)
    except OSError:
        return None


def fingerprint(folder: Path) -> Fingerprint:
    """Return the state of the YAML files in *folder*, empty if there is no such folder."""
    return frozenset(_stamps(folder))


def _stamps(folder: Path) -> Iterator[Stamp]:
    for place, folders, names in os.walk(folder, followlinks=True):
        deep = len(Path(place).relative_to(folder).parts) >= DEPTH
        folders[:] = [] if deep else [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith((".yaml", ".yml")):
                yield from _stamp(Path(place, name))


def _stamp(path: Path) -> Iterator[Stamp]:
    """Yield the state of *path*; that a file has gone meanwhile shows by its absence."""
    try:
        found = path.stat()
    except OSError:
        return
    yield str(path), found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def git_locks(folder: Path) -> tuple[Path, ...]:
    """Return the file that is there while git writes to the checkout around *folder*, if any."""
    here = folder.absolute()
    for place in (here, *here.parents):
        git = place / ".git"
        if git.is_dir():
            return (git / "index.lock",)
        if git.is_file():  # a worktree or submodule: the file says where its git folder is
            named = git.read_text("utf-8", "replace").removeprefix("gitdir:").strip()
            return (place / named / "index.lock",)
    return ()


def _any(locks: tuple[Path, ...]) -> bool:
    return any(lock.exists() for lock in locks)
