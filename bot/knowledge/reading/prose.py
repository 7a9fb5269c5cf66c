"""An article as plain text or Markdown."""

from __future__ import annotations

from bot.errors import DraftError
from bot.knowledge.article import parse_article
from bot.knowledge.reading.reading import Reading
from bot.knowledge.reading.told import told_by


def read_prose(text: str, name: str) -> Reading:
    """Return the article in *text*; raise `DraftError` where there is no paragraph in it."""
    article = parse_article(text)
    if not article.paragraphs:
        raise DraftError(f"{name} holds no paragraph: part them by blank lines, and try again.")
    told = told_by(text)
    if "title" not in told and (lines := article.header.splitlines()):
        told["title"] = lines[0]
    return Reading(article, told)
