"""The text of an article, read from a file that stays with the curator.

Two layouts are understood. In a numbered one each body paragraph begins with ``[p1]``, ``[p2]``
and so on. In any other text or Markdown, blank lines part the blocks, and a block that ends as a
sentence does is a body paragraph, numbered in reading order. In both, ``#`` marks a heading,
``>`` a pull quote, and ``(photo caption)``, ``Caption:`` or a Markdown image a caption; what
stands above the first paragraph is the header. None of these has a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

META, CAPTION, HEADING, ASIDE = "meta", "caption", "heading", "aside"

_NUMBERED = re.compile(r"\[p([1-9]\d{0,3})\]\s*")
_CAPTION = re.compile(r"\((?:photo )?caption\)\s*|(?:photo )?caption:\s*|!(?=\[[^\]]+\]\()", re.I)
_QUOTE = re.compile(r"\(pull quote\)\s*", re.I)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_HEADER = re.compile(r"(?:by|author|publisher|published|date|url|link|source)\b[^.]*:", re.I)
_UNDERLINE = re.compile(r"=+|-+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)\[\s]*\)")
# Only so far is the other mark of a pair looked for: from each of many marks, not to the end.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,1000}?)(?<=\S)\1(?![\w*])")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text. *key* is ``p`` and a number, or what else it is; lines count from 1."""

    key: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """All blocks of an article, in reading order."""

    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The numbered body paragraphs."""
        return tuple(block for block in self.blocks if _is_numbered(block.key))

    def of(self, key: str) -> tuple[Block, ...]:
        """Return the blocks that are *key*: one for a paragraph, none where it has none."""
        return tuple(block for block in self.blocks if block.key == key)

    @property
    def header(self) -> str:
        """Title, byline, date and link, a line each."""
        return "\n".join(block.text for block in self.of(META))

    @property
    def page(self) -> str:
        """The whole text as a browser searches it: a line for each block."""
        return "\n".join(block.text for block in self.blocks)

    def span(self, block: Block) -> range:
        """Return where *block* stands in `page`."""
        before = self.blocks[: self.blocks.index(block)]
        start = sum(len(each.text) + 1 for each in before)
        return range(start, start + len(block.text))


def parse_article(text: str) -> Article:
    """Return the blocks of *text*; an empty text is an article without any."""
    chunks = list(_chunks(text.removeprefix("\ufeff")))
    numbered = any(_NUMBERED.match(chunk) for chunk, _ in chunks)
    blocks: list[Block] = []
    count = 0
    for chunk, line in chunks:
        block = _numbered_block(chunk, line) if numbered else _plain_block(chunk, line, count + 1)
        if not count and block.key == ASIDE and not chunk.startswith(">"):
            block = Block(META, block.text, line)
        if count and block.key == META:
            block = Block(HEADING, block.text, line)
        if block.text:
            blocks.append(block)
            count += _is_numbered(block.key)
    return Article(tuple(blocks))


def ends_sentence(text: str) -> bool:
    """Tell whether *text* ends as a sentence does: with a mark, and quotes or brackets after."""
    return _SENTENCE_END.search(text) is not None


def _is_numbered(key: str) -> bool:
    return key[1:].isdecimal()


def _chunks(text: str) -> Iterator[tuple[str, int]]:
    """Yield the blocks as written, each with its first line."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        stripped = line.strip()
        if lines and _UNDERLINE.fullmatch(stripped) and len(lines) == 1:
            level = "#" if stripped[0] == "=" else "##"
            lines, stripped = [f"{level} {lines[0]}"], ""
        if lines and (not stripped or stripped.startswith("#") or _NUMBERED.match(stripped)):
            yield "\n".join(lines), first
            lines = []
        if stripped.startswith("#"):
            yield stripped, number
        elif stripped and not _UNDERLINE.fullmatch(stripped):
            first = first if lines else number
            lines.append(stripped)


def _numbered_block(chunk: str, line: int) -> Block:
    found = _NUMBERED.match(chunk)
    if found:
        return Block(f"p{found[1]}", _plain(chunk[found.end() :]), line)
    return _marked_block(chunk, line)


def _plain_block(chunk: str, line: int, number: int) -> Block:
    """Return the block of *chunk*; *number* is that of the next paragraph."""
    block = _marked_block(chunk, line)
    if number == 1 and _HEADER.match(chunk):
        return block
    if block.key == ASIDE and chunk[0] != ">" and ends_sentence(block.text):
        return Block(f"p{number}", block.text, line)
    return block


def _marked_block(chunk: str, line: int) -> Block:
    if chunk.startswith("#"):
        level = len(chunk) - len(chunk.lstrip("#"))
        return Block(META if level == 1 else HEADING, _plain(chunk.strip("# ")), line)
    text = " ".join(each.lstrip("> ") for each in chunk.split("\n"))
    if found := _CAPTION.match(text):
        return Block(CAPTION, _plain(text[found.end() :]), line)
    return Block(ASIDE, _plain(_QUOTE.sub("", text, count=1)), line)


def _plain(text: str) -> str:
    """Return *text* as a page shows it: without Markdown's marks, with single spaces."""
    return " ".join(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)).split())
