"""An article as a page of the web: trafilatura finds it, the page tells where it stands."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from bot.errors import DraftError, ExtraError
from bot.knowledge.article import Article
from bot.knowledge.reading import paywall, placing
from bot.knowledge.reading.layout import blocks_of
from bot.knowledge.reading.placing import Part
from bot.knowledge.reading.reading import Reading

FEWEST_WORDS = 40

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.I)


def declared_charset(start: bytes) -> str:
    """Return the encoding that the *start* of a page declares, or an empty text."""
    found = _CHARSET.search(start)
    return found[1].decode("ascii") if found else ""


def read_page(html: str, name: str) -> Reading:
    """Return the article on the page *html*, in an `Article` of all that the page shows.

    The rest of the page (menus, teasers) is there too, as asides: a link's words must be unique
    among them as well. Raises `DraftError` for a page without an article, or with a preview.
    """
    trafilatura = _trafilatura()
    root = trafilatura.load_html(html)
    shown = [] if root is None else list(blocks_of(root))
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    parts = placing.parts(found.body) if found and found.body is not None else []
    words = 0 if root is None else _prose_words(parts, root)
    paywall.refuse_preview(html, (block.text for block in shown), words, name)
    if words < FEWEST_WORDS:
        raise DraftError(
            f"{name} holds no article ({words} words of prose): name the article's own page; if "
            "it is, copy its text from a browser into a file and draft from that."
        )
    notes = (paywall.NOTE,) if paywall.is_closed(html) else ()
    return Reading(Article(placing.place(parts, shown)), _told(found), notes)


def _prose_words(parts: Sequence[Part], root: Any) -> int:
    """Count the words of the paragraphs, but for those that are links: lists of articles."""
    links = {" ".join("".join(link.itertext()).split()) for link in root.iter("a")}
    prose = (part.text for part in parts if part.is_paragraph and part.text not in links)
    return sum(len(text.split()) for text in prose)


def _trafilatura() -> Any:
    try:
        import trafilatura
    except ImportError:
        raise ExtraError('Reading a page needs trafilatura: pip install ".[curate]"') from None
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _told(found: Any) -> dict[str, str]:
    facts = {
        "title": found.title,
        "publisher": found.sitename or found.hostname,
        "byline": found.author,
        "date": found.date,
        "url": found.url,
    }
    return {name: " ".join(str(value).split()) for name, value in facts.items() if value}
