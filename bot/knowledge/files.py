"""Files of a knowledge folder, written all or none."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from bot.errors import EditError
from bot.whole import behind, beside


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make *folder* with *files*, text by path in it; raise `EditError` if it cannot be made.

    It appears whole or not at all.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with beside(folder.parent) as new:
            _write(new / folder.name, files)
            (new / folder.name).rename(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None


def replace_files(folder: Path, files: Mapping[str, str]) -> None:
    """Put *files* into *folder*, each whole, and none before all of them are written beside it.

    A link stays one: what it leads to is replaced. Raises `EditError` where one cannot be written.
    """
    try:
        with beside(folder) as new:
            _write(new, files)
            for name in files:
                place = behind(folder / name)
                if place.exists():
                    shutil.copymode(place, new / name)
                place.parent.mkdir(exist_ok=True)
                (new / name).replace(place)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _unwritable(folder: Path, error: OSError) -> EditError:
    place = error.filename2 or folder  # where one of the files was to go
    return EditError(f"{place} cannot be written ({error.strerror}): check its place and rights.")
