"""One way in for every kind of article."""

from __future__ import annotations

import re

from bot.errors import DraftError
from bot.knowledge.reading.encoding import decode
from bot.knowledge.reading.original import Original, obtain
from bot.knowledge.reading.page import declared_charset, read_page
from bot.knowledge.reading.pdf import read_pdf
from bot.knowledge.reading.prose import read_prose
from bot.knowledge.reading.reading import Progress, Reading, silent

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|\?xml)\b", re.I | re.S)
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_START_BYTES = 4096


def read_article(source: str, progress: Progress = silent) -> Reading:
    """Return the article at *source*: a file or an address, by what is in it, not by its name.

    Raises `DraftError` where there is none, and `ExtraError` where its kind of file needs a
    package that is not installed.
    """
    original = obtain(source, progress)
    content, start = original.content, original.content[:_START_BYTES]
    if start.startswith(b"%PDF-"):
        return _at(original, read_pdf(content, original.name, progress))
    if start.startswith(_BINARY):
        raise DraftError(f"{source} is no text: save it as text, Markdown, HTML or PDF.")
    if _HTML.match(start.removeprefix(b"\xef\xbb\xbf")):
        charset = original.charset or declared_charset(start)
        return _at(original, read_page(decode(content, source, charset), source))
    return _at(original, read_prose(decode(content, source, original.charset), source))


def _at(original: Original, reading: Reading) -> Reading:
    """Add where it was loaded from, if the text names no address of its own."""
    if not original.url:
        return reading
    return Reading(reading.article, {"url": original.url, **reading.told}, reading.notes)
