"""Bytes as text, in the encoding that they are in: never guessed, since hashes must last."""

from __future__ import annotations

import codecs

from bot.errors import DraftError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What the web calls so is Windows' code page (WHATWG, "Encoding").
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}


def decode(content: bytes, name: str, charset: str = "") -> str:
    """Return *content* as text: by its byte order mark, else by *charset*, else as UTF-8.

    Raises `DraftError` for bytes that this encoding does not know, and for a text that was
    saved after it had been read in a wrong one.
    """
    marked = next((found for mark, found in _MARKS.items() if content.startswith(mark)), "")
    charset = marked or ("cp1252" if charset.lower() in _LATIN else charset) or "utf-8"
    try:
        text = content.decode(charset)
    except LookupError:
        raise DraftError(f"{name} names an unknown encoding ({charset}): {_SAVE}.") from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        said = charset.upper().removesuffix("-SIG")
        raise DraftError(f"{name}:{line}: a character is not {said}: {_SAVE}.") from None
    if _is_garbled(text):
        raise DraftError(f"{name} was read in a wrong encoding before it was saved: {_SAVE}.")
    return text


_SAVE = "save it anew as UTF-8"


def _is_garbled(text: str) -> bool:
    """Tell whether *text* is UTF-8 that somebody took for Windows' code page."""
    try:
        return not text.isascii() and text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False
