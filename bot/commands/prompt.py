"""Asking a person at the terminal, a line at a time, until what they type can stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot import terminal
from bot.knowledge.editing.fields import Refusal

try:
    import readline  # lets input() edit lines and remember them
except ImportError:  # Windows' own console does so without it
    readline = None  # type: ignore[assignment]

T = TypeVar("T")


def ask(label: str, check: Callable[[str], T | Refusal], default: str = "") -> T:
    """Return what *check* makes of a typed line; say why each time that it refuses one.

    An empty line stands for *default*. Raises as `read_line` does.
    """
    shown = f"{label} [{default}]: " if default else f"{label}: "
    while True:
        found = check(read_line(shown) or default)
        if not isinstance(found, Refusal):
            return found
        tell(found.sentence, style="yellow")


def read_line(label: str) -> str:
    """Return a typed line; raise `EOFError` where no more can be typed, as at Ctrl-D."""
    return input(label).strip()


def tell(text: str, style: str = "") -> None:
    """Print *text* in a *style* of rich."""
    terminal.console().print(text, style=style, markup=False, soft_wrap=True)


def typed_so_far() -> str:
    """Return what stands on the line that is being typed, where that can be known."""
    return readline.get_line_buffer() if readline else ""
