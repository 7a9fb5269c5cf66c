"""A knowledge folder as it was in a git revision."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import RevisionError


@contextmanager
def folder_of(name: str, knowledge: Path) -> Iterator[Path]:
    """Yield the folder called *name*, else *knowledge* as it was in the revision *name*.

    Raise `RevisionError` if it is neither.
    """
    if Path(name).is_dir():
        yield Path(name)
        return
    asked = ("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    commit = _git(knowledge, name, *asked).decode().strip()
    packed = _git(knowledge, name, "archive", "--format=zip", commit)
    with TemporaryDirectory() as place:
        folder = Path(place) / commit[:12]
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        yield folder


def _git(knowledge: Path, name: str, *arguments: str) -> bytes:
    """Run git in *knowledge*, where an archive holds that folder alone."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=knowledge,
            capture_output=True,
            check=True,
        )
    except OSError as error:
        raise RevisionError(
            f"{name} is no folder, and git cannot be asked for a revision of {knowledge} "
            f"({error.strerror}): name two folders."
        ) from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(
            f"{name} is neither a folder nor a revision of {knowledge} "
            f"({told[-1] if told else 'git says no more'}): name a folder, a tag or a commit."
        ) from None
    return done.stdout
