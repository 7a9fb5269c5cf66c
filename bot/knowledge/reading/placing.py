"""An extracted article put back into its page, so that links can be held against all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.knowledge.article import ASIDE, CAPTION, HEADING, META, Block, ends_sentence
from bot.knowledge.citations import normalise_passage
from bot.knowledge.reading.layout import Shown

_LEAD_WORDS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an extracted article: what it is (see `Block`), and its text."""

    key: str
    text: str

    @property
    def is_paragraph(self) -> bool:
        """Whether it is numbered, so that entries can cite it."""
        return self.key[1:].isdecimal()


def parts(body: Any) -> list[Part]:
    """Return the pieces of *body*, as trafilatura gives it; paragraphs are sentences."""
    found: list[Part] = []
    for element in body.iter("head", "p", "quote", "item"):
        if element.tag in ("p", "item") and _is_inside(element, "quote", "item", "cell"):
            continue
        if text := _text(element):
            number = sum(part.is_paragraph for part in found) + 1
            found.append(Part(_key(element, text, number), text))
    return found


def _key(element: Any, text: str, number: int) -> str:
    if element.tag == "head":
        return META if element.get("rend") == "h1" else HEADING
    return f"p{number}" if element.tag != "quote" and ends_sentence(text) else ASIDE


def _is_inside(element: Any, *tags: str) -> bool:
    return any(True for _ in element.iterancestors(*tags))


def _text(element: Any) -> str:
    for line_break in element.iter("lb"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join("".join(element.itertext()).split())


def place(parts: Sequence[Part], shown: Sequence[Shown]) -> tuple[Block, ...]:
    """Return all *shown* blocks in order, those of the article as what they are in *parts*.

    A part that the page shows in other words keeps its place between its neighbours.
    """
    texts = [normalise_passage(each.text) for each in shown]
    slots = [[_aside(each)] for each in shown] or [[]]
    at = 0
    for part in parts:
        for found in _places(normalise_passage(part.text), texts, at)[:1]:
            slots[found] = [Block(part.key, part.text, shown[found].line)]
            at = found + 1
            break
        else:
            slots[max(at - 1, 0)].append(Block(part.key, part.text, 1))
    return tuple(_in_article([block for slot in slots for block in slot]))


def _places(text: str, texts: Sequence[str], at: int) -> list[int]:
    """Return where *text* stands from *at* on; if nowhere, where its first words begin a block."""
    lead = " ".join(text.split()[:_LEAD_WORDS])
    same = [number for number in range(at, len(texts)) if texts[number] == text]
    return same or [number for number in range(at, len(texts)) if texts[number].startswith(lead)]


def _aside(each: Shown) -> Block:
    return Block({"h1": META, "figcaption": CAPTION}.get(each.tag, ASIDE), each.text, each.line)


def _in_article(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield *blocks*; what stands between title and first paragraph is the header, and captions
    of pictures elsewhere are none of this article's."""
    keys = [block.key for block in blocks]
    numbered = [number for number, block in enumerate(blocks) if block.key[1:].isdecimal()]
    first, last = (numbered[0], numbered[-1]) if numbered else (0, 0)
    title = keys.index(META) if META in keys[:first] else first
    for number, block in enumerate(blocks):
        if block.key == ASIDE and title < number < first:
            yield replace(block, key=META)
        elif block.key == CAPTION and not title < number < last:
            yield replace(block, key=ASIDE)
        elif block.key == META and number > first:
            yield replace(block, key=HEADING)
        else:
            yield block
