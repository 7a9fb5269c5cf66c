"""A page's text as a browser shows it and searches it: block after block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|"
    "figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|nav|ol|p|pre|"
    "section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_UNSEEN = re.compile(
    "audio|canvas|datalist|head|iframe|noscript|object|script|select|style|svg|template|textarea|"
    "title|video"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a page: its element's name, its text with single spaces, its line."""

    tag: str
    text: str
    line: int


def blocks_of(root: Any) -> Iterator[Shown]:
    """Yield every block with text below *root* (an lxml element), in the order of the page."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    open_ = _Open()
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if _is_unseen(tag, element):
                walk.skip_subtree()
                continue
            yield from open_.begin(tag, element)
        elif event == "end" and not _is_unseen(tag, element):
            yield from open_.end(tag)
        if event != "start":
            open_.texts.append(element.tail or "")
    yield from open_.flush()


def _is_unseen(tag: str, element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    unseen = _UNSEEN.fullmatch(tag) is not None
    return unseen or element.get("hidden") is not None or "display:none" in style


@dataclass(slots=True)
class _Open:
    """The blocks that are open, and the text since the last edge of one."""

    tags: list[tuple[str, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def begin(self, tag: str, element: Any) -> Iterator[Shown]:
        if _BLOCK.fullmatch(tag):
            yield from self.flush()
            self.tags.append((tag, element.sourceline or 1))
        self.texts.append(" " if tag == "br" else element.text or "")

    def end(self, tag: str) -> Iterator[Shown]:
        if _BLOCK.fullmatch(tag):
            yield from self.flush()
            self.tags.pop()

    def flush(self) -> Iterator[Shown]:
        text = " ".join("".join(self.texts).split())
        self.texts.clear()
        if text:
            tag, line = self.tags[-1] if self.tags else ("body", 1)
            yield Shown(tag, text, line)
