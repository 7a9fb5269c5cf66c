"""An article as a PDF file: pypdf finds the lines, blank space and line ends make paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bot.errors import DraftError, ExtraError
from bot.knowledge.article import ends_sentence, parse_article
from bot.knowledge.reading.reading import Progress, Reading
from bot.knowledge.reading.told import told_by

HEADING_WORDS = 12
RUNNING_SHARE = 0.5
RUNNING_PAGES = 3
COLUMN_SHARE = 0.3

_GAP = re.compile(r"\S {4,}\S")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?", re.I)


def read_pdf(content: bytes, name: str, progress: Progress) -> Reading:
    """Return the article in a PDF; raise `DraftError` for one that is locked or only pictures.

    Its paragraphs are those of the lines, so a person looks over them; *notes* say so.
    """
    reader = _reader(content, name)
    pages = []
    for number, page in enumerate(reader.pages, start=1):
        pages.append(_lines(page))
        progress("Reading pages", number, len(reader.pages))
    text = "\n\n".join(_blocks(_without_running(pages)))
    article = parse_article(text)
    if not article.paragraphs:
        raise DraftError(
            f"{name} holds no text, only pictures perhaps: run text recognition (OCR) on it first."
        )
    meta = reader.metadata
    facts = {"title": meta.title, "byline": meta.author} if meta else {}
    told = told_by(article.header) | {key: str(value) for key, value in facts.items() if value}
    if "title" not in told and article.header:
        told["title"] = article.header.splitlines()[0]
    return Reading(article, told, ("A PDF has no paragraphs of its own: compare their numbers.",))


def _reader(content: bytes, name: str) -> Any:
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise ExtraError('Reading a PDF needs pypdf: pip install ".[curate]"') from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DraftError(f"{name} is locked by a password: save it without one.")
        len(reader.pages)
    except PyPdfError as error:
        raise DraftError(f"{name} is a damaged PDF ({error}): save it anew.") from None
    return reader


def _lines(page: Any) -> list[str]:
    """Return the lines of *page*, empty where there is space; columns one after the other."""
    lines = page.extract_text(extraction_mode="layout").splitlines()
    columns = sum(bool(_GAP.search(line)) for line in lines)
    if columns > COLUMN_SHARE * max(len(lines), 1):
        lines = page.extract_text().splitlines()
    return [" ".join(line.split()) for line in lines]


def _without_running(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages without headers, footers and page numbers."""
    edges = Counter(_shape(line) for page in pages for line in _edges(page))
    often = max(RUNNING_PAGES, RUNNING_SHARE * len(pages))
    running = {shape for shape, count in edges.items() if count >= often}
    return [
        line
        for page in pages
        for line in ("", *page)
        if not (_shape(line) in running or _PAGE_NUMBER.fullmatch(line))
    ]


def _edges(page: Sequence[str]) -> set[str]:
    lines = [line for line in page if line]
    return {*lines[:2], *lines[-2:]}


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """Yield paragraphs and headings, as Markdown."""
    usual = _usual_width(lines)
    block, mark = "", "#"  # what stands above the first sentence is the header
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        block = _joined(block, line)
        if block and _is_over(block, line, following, usual):
            mark = "##" if ends_sentence(block) else mark
            yield f"{mark} {block}" if _is_heading(block) else block
            block = ""
    if block:
        yield block


def _usual_width(lines: Sequence[str]) -> int:
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 3 // 4] if widths else 0


def _joined(block: str, line: str) -> str:
    if block.endswith(("-", "\u00ad")) and line[:1].islower():
        return block[:-1] + line
    return f"{block} {line}".strip()


def _is_over(block: str, line: str, following: str, usual: int) -> bool:
    """Tell whether *block* ends here: at a space, or by a short last line of a sentence."""
    if not line:
        return True
    return bool(following) and ends_sentence(block) and len(line) < 0.8 * usual


def _is_heading(block: str) -> bool:
    few = len(block.split()) <= HEADING_WORDS
    return few and block[:1].isupper() and not ends_sentence(block)
