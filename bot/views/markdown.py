"""Plain text as Discord Markdown that shows exactly that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARKUP = re.compile(
    r"(?P<link>https?://(?=[^\s<]+[^\s<.,:;\"')\]])[^\s<]+)"
    r"|(?P<mark>[\\`*_~|\[\]<>#]|^[-+]|(?:(?<=http)|(?<=https)):(?=//))"
)
_LABEL_MARKUP = re.compile(r"[\\`*_~|\[\]<>#]")


def escape(text: str) -> str:
    """Return *text*, one line, with a backslash before what Discord would read as markup.

    Links are left alone: Discord shows a backslash inside a bare link. What is too short for one
    would become one by the backslashes behind its slashes: it gets one before them.
    `discord.utils.escape_markdown` misses ``]``, ``<@1>`` and ``<t:0>``.
    """
    return _MARKUP.sub(lambda found: found["link"] or f"\\{found['mark']}", text)


def link(label: str, url: str) -> str:
    """Return a masked link, or *label* alone without *url*, which holds no brackets or spaces."""
    if not url:
        return escape(label)
    shown = _LABEL_MARKUP.sub(r"\\\g<0>", label)
    return f"[{shown}]({url})"


def small(text: str) -> str:
    """Return Markdown *text*, one line, as small print."""
    return f"-# {text}"


def fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    """Yield *lines* as long as they, joined, have at most *room* characters."""
    used = -1
    for line in lines:
        used += 1 + len(line)
        if used > room:
            return
        yield line
