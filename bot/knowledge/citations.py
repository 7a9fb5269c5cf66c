"""Fingerprints of paragraphs and links that open a passage.

A link that selects its passage ends in a text directive, ``#:~:text=prefix-,start,end,-suffix``
(WICG, "Scroll to Text Fragment"): the browser scrolls to the first place where *start* stands
(after *prefix*, if given) and marks from there to the next *end*.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


@dataclass(frozen=True, slots=True)
class Fragment:
    """The words of a text directive. All but *start* may be empty."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


def fold_quotes(text: str) -> str:
    """Return *text*, as long as it was, with straight quotes for the curled ones."""
    return text.translate(_QUOTES)


def normalise_passage(text: str) -> str:
    """Return *text* with one kind of quote, single spaces and NFKC, so that hashes last."""
    return " ".join(fold_quotes(unicodedata.normalize("NFKC", text)).split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the normalised *text*, 64 hexadecimal digits."""
    return hashlib.sha256(normalise_passage(text).encode()).hexdigest()


def passage_link(url: str, fragment: Fragment) -> str:
    """Return *url* with a text directive that selects from the fragment's start to its end.

    Commas, hyphens and ampersands in the words are encoded, since the directive gives them a
    meaning. Without a *url* there is no link: it is empty.
    """
    if not url:
        return ""
    parts = [f"{_encode(fragment.prefix)}-"] if fragment.prefix else []
    parts.append(_encode(fragment.start))
    if fragment.end:
        parts.append(_encode(fragment.end))
    if fragment.suffix:
        parts.append(f"-{_encode(fragment.suffix)}")
    return f"{url.split('#', 1)[0]}#:~:text={','.join(parts)}"


def _encode(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
