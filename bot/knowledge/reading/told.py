"""What the lines above an article tell: title, publisher, byline, date and link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

HEADER_LINES = 30

_LINES = {
    "title": re.compile(r"(?:title:|#)\s*(.+)", re.I),
    "publisher": re.compile(
        r"(?:publisher|publication|site)(?: and byline)?:\s*(.+?)(?:\s*\(by:?.*)?", re.I
    ),
    "byline": re.compile(r"(?:(?:author|byline)s?:\s*|by:?\s+|.*\(by:?\s*)([^()]+?)\)?", re.I),
    "date": re.compile(r"(?:(?:date|published(?: on)?|updated):?\s*)?(.*\d{4}.*)", re.I),
    "url": re.compile(r"(?:(?:url|link|source|canonical):\s*)?<?(https?://[^\s<>()]+)>?", re.I),
}
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d")


def told_by(text: str) -> dict[str, str]:
    """Return what the first lines of *text* tell, the first of each kind, the date as ISO 8601."""
    told: dict[str, str] = {}
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()[:HEADER_LINES]]
    for line in filter(None, lines):
        for name, value in _facts(line):
            told.setdefault(name, value)
    return told


def _facts(line: str) -> Iterator[tuple[str, str]]:
    for name, pattern in _LINES.items():
        if found := pattern.fullmatch(line):
            value = found[1].strip("\"' \t")
            value = iso_day(value) if name == "date" else value
            if value:
                yield name, value


def iso_day(text: str) -> str:
    """Return the day that *text* names, as ISO 8601; empty where it names none."""
    for form in _DAYS:
        for part in (text, text.split("T")[0]):
            try:
                return datetime.strptime(part.strip(), form).date().isoformat()
            except ValueError:
                continue
    return ""
