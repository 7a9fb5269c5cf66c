"""The file ``.env``, held to its form: what would be passed over, nobody would hear of."""

from __future__ import annotations

import io
from pathlib import Path

from dotenv.parser import parse_stream

from bot.errors import SettingsError


def check_env_file(path: Path) -> None:
    """Raise `SettingsError` if *path* is there and unreadable, or a line of it sets nothing."""
    if not path.exists():
        return
    for each in parse_stream(io.StringIO(_text(path))):
        if each.error or (each.key and each.value is None):
            raise SettingsError(f"{path}:{each.original.line}: write NAME=value, one to a line.")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise SettingsError(
            f"{path} is not text in UTF-8: save it again in that encoding."
        ) from None
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read ({error.strerror}): it must be a file."
        ) from None
