"""Files written beside their place first, then moved there: whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Make a hidden folder in *folder*, which goes away with all that is still in it."""
    with TemporaryDirectory(prefix=".new-", dir=folder) as name:
        yield Path(name)


def behind(path: Path) -> Path:
    """Return where *path* leads to if it is a link, else *path*."""
    return path.resolve() if path.is_symlink() else path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield where to write what takes the place of *path* once the block has ended well.

    It has the name of *path*. Else *path* stays as it was, and nothing is left beside it.
    """
    with beside(path.parent) as folder:
        yield folder / path.name
        (folder / path.name).replace(path)
