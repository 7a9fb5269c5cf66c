"""Which golden questions the base kept that was last accepted, from start to start."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.evaluate.gate import standings
from bot.evaluate.rehearsal import Rehearsal
from bot.whole import written_whole

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The version of a base, and the standing of each golden question that it kept, by its key."""

    version: str
    kept: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class NothingAccepted:
    """No base is on record: it is the first, or the record is gone."""


class Accepting:
    """The record of a knowledge *folder*, a small file in *data_dir*.

    One that cannot be read counts as none, one that cannot be written is done without.
    """

    def __init__(self, data_dir: Path, folder: Path) -> None:
        name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape"))
        self._path = data_dir / f"accepted-{name.hexdigest()[:12]}.json"

    def read(self) -> Accepted | NothingAccepted:
        """Return what was accepted last."""
        try:
            stored = json.loads(self._path.read_text("utf-8"))
            kept = {str(key): float(standing) for key, standing in dict(stored["kept"]).items()}
            return Accepted(str(stored["version"]), kept)
        except FileNotFoundError:
            return NothingAccepted()
        except (OSError, ValueError, TypeError, KeyError):
            _log.warning("The record of what was accepted cannot be read and is made anew")
            return NothingAccepted()

    def write(self, accepted: Rehearsal) -> None:
        """Put a base on record in place of the one before."""
        stored = {"version": accepted.version, "kept": standings(accepted.golden)}
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with written_whole(self._path) as new:
                new.write_text(json.dumps(stored), "utf-8")
        except OSError as error:
            _log.warning(
                "What was accepted cannot be put on record in %s (%s): "
                "set DATA_DIR to a folder that can be written",
                self._path.parent,
                error.strerror,
            )
