"""What was learned from a base, kept between starts: a second start takes a second or two."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

import bot.core
from bot.core.learned import Arrays
from bot.core.part import Material, teach
from bot.whole import written_whole

KEPT = 6
"""So many files stay, the newest: a base has one for each script, and a curator tries changes."""

_log = logging.getLogger(__name__)


class Lessons:
    """Keeps arrays in *folder*, a file for each key, as long as the code that learns is the same.

    What is missing is learned by *learn*: here, if nothing else is said. A file that cannot be
    read is learned anew, one that cannot be written is done without.
    """

    def __init__(self, folder: Path, learn: Callable[[Material], Arrays] = teach) -> None:
        self._folder = folder
        self._learn = learn
        self._code = _code()
        self._warned = False

    def recall(self, key: str) -> Arrays:
        """Return what was kept under *key*; nothing, if nothing was or it is damaged."""
        path = self._path(key)
        try:
            with path.open("rb") as file, np.load(file) as stored:
                arrays = dict(stored)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except Exception:  # a damaged file fails in many ways, all with the same remedy
            _log.warning("What was learned before cannot be read and is learned anew")
            return {}
        with suppress(OSError):  # a folder that can only be read serves too
            path.touch()
        _log.info("Using what was learned before, in %s", path)
        return arrays

    def learn(self, material: Material) -> Arrays:
        """Return what *material* teaches."""
        count = f"{len(material.phrasings):,}"
        _log.info(
            "Learning from %s phrasings: tens of thousands take a minute or two, once", count
        )
        return self._learn(material)

    def keep(self, key: str, arrays: Arrays) -> None:
        """Write *arrays*, and remove what was not used for longest."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with written_whole(self._path(key)) as new:
                np.savez(new, **dict(arrays))  # type: ignore[arg-type]  # takes it for a flag
            for old in self._newest_first()[KEPT:]:
                old.unlink()
        except OSError as error:
            self._warn(error)

    def _warn(self, error: OSError) -> None:
        """Say once what each part of a base, and each base that is followed, would say again."""
        if not self._warned:
            _log.warning(
                "Nothing can be kept in %s (%s): each start learns anew; "
                "set CACHE_DIR to a folder that can be written",
                self._folder,
                error.strerror,
            )
        self._warned = True

    def _newest_first(self) -> list[Path]:
        files = self._folder.glob("learned-*.npz")
        return sorted(files, key=lambda each: each.stat().st_mtime, reverse=True)

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._code} {key}".encode()).hexdigest()[:16]
        return self._folder / f"learned-{name}.npz"


def _code() -> str:
    """Return a text that differs where the code that learns does, numpy included."""
    told = hashlib.sha256(np.__version__.encode())
    for folder in bot.core.__path__:
        for path in sorted(Path(folder).glob("*.py")):
            told.update(path.read_bytes())
    return told.hexdigest()
