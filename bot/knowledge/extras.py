"""What only a curator's commands need, asked for before they begin."""

from __future__ import annotations

from importlib.util import find_spec

from bot.errors import ExtraError

CURATE = ("snowballstemmer", "symspellpy")


def need_curate(what: str) -> None:
    """Raise `ExtraError` in the name of *what* unless the extra ``curate`` is installed."""
    if any(find_spec(name) is None for name in CURATE):
        raise ExtraError(f'{what} needs the extra curate: pip install ".[curate]"')
