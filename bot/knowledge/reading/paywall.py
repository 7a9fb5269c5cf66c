"""Pages that show a preview and keep the rest for subscribers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.errors import DraftError

PREVIEW_WORDS = 300
"""A text below this many words beside an invitation to subscribe is taken for a preview."""

_DECLARED = re.compile(
    r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false|"
    r"<meta[^>]+content_tier[^>]+(?:locked|metered)",
    re.I,
)
_INVITED = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up)\b.{0,40}\bto (?:continue|read|unlock|keep)|"
    r"(?:subscribers?|members?)[- ]only|already a (?:subscriber|member)\?|"
    r"(?:for|exclusive to|reserved for) (?:our )?subscribers\b|this (?:article|content) is locked",
    re.I,
)
NOTE = "The page says that it is not free to read: see that the article is whole."


def is_closed(html: str) -> bool:
    """Tell whether a page declares that not everybody may read it (schema.org)."""
    return _DECLARED.search(html) is not None


def refuse_preview(html: str, shown: Iterable[str], words: int, name: str) -> None:
    """Raise `DraftError` for a page that *shown* only the beginning of its article."""
    if words >= PREVIEW_WORDS:
        return
    if is_closed(html) or any(_INVITED.search(text) for text in shown):
        raise DraftError(
            f"{name} shows {words} words before its paywall: open the whole article in a browser, "
            "save it, and draft from that file."
        )
