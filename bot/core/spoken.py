"""What a message says in its writer's own words: neither quoted nor shown as code."""

from __future__ import annotations

import re

_CODE = re.compile(r"```.*?```|``.+?``|`[^`\n]+`", re.DOTALL)
_QUOTED_LINE = re.compile(r"^> .*$", re.MULTILINE)
_QUOTED_REST = re.compile(r"^>>> .*", re.DOTALL | re.MULTILINE)


def own_words(content: str) -> str:
    """Return *content* without code and quotes, as Discord reads them; it may be empty."""
    spoken = _CODE.sub(" ", content)
    return _QUOTED_LINE.sub("", _QUOTED_REST.sub("", spoken)).strip()


def mentions(content: str, user_id: int) -> bool:
    """Tell whether *content* itself holds a mention of a user."""
    return f"<@{user_id}>" in content or f"<@!{user_id}>" in content
