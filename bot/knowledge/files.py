"""Files written all or none: beside their place first, then moved there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.errors import EditError


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make *folder* with *files*, text by path in it; raise `EditError` if it cannot be made.

    It appears whole or not at all.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _beside(folder.parent) as beside:
            _write(beside / folder.name, files)
            (beside / folder.name).rename(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None


def replace_files(folder: Path, files: Mapping[str, str]) -> None:
    """Put *files* into *folder*, each whole, and none before all of them are written beside it.

    Raises `EditError` where one cannot be written.
    """
    try:
        with _beside(folder) as beside:
            _write(beside, files)
            for name in files:
                if (folder / name).exists():
                    shutil.copymode(folder / name, beside / name)
                (folder / name).parent.mkdir(exist_ok=True)
                (beside / name).replace(folder / name)
    except OSError as error:
        raise _unwritable(folder, error) from None


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Make a hidden folder in *folder*, which goes away with all that is still in it."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as name:
        yield Path(name)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _unwritable(folder: Path, error: OSError) -> EditError:
    reason = error.strerror
    return EditError(f"{folder} cannot be written ({reason}): check its place and rights.")
