"""What became of each paragraph of a source when its article was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.article import CAPTION, Article, Block
from bot.knowledge.citations import fingerprint, normalise_passage
from bot.knowledge.schema import ParagraphSpec, PassageSpec, SourceSpec

Place = int | str
"""A paragraph's number, or what else is cited: ``caption`` or ``meta``."""

ALIKE = 0.5
"""Share of what is kept of a paragraph that a block must carry to be that paragraph, changed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Place *old* is place *new* now, word for word; the two may be equal."""

    old: Place
    new: Place


@dataclass(frozen=True, slots=True)
class Changed:
    """Place *old* reads differently, and is place *new* now."""

    old: Place
    new: Place


@dataclass(frozen=True, slots=True)
class Gone:
    """Place *old* is no more."""

    old: Place


@dataclass(frozen=True, slots=True)
class New:
    """Place *new* was not there before."""

    new: Place


Move = Kept | Changed | Gone | New


def moves(
    old: SourceSpec, terms: Mapping[Place, Sequence[str]], article: Article
) -> tuple[Move, ...]:
    """Return what became of each place of the *old* source, then those that are new.

    A paragraph is known by its hash. One that no hash finds is known by what is kept of it: the
    first and last words of its link, and the evidence *terms* of entries, by place.
    """
    blocks = list(article.paragraphs)
    found: dict[int, Move] = {}
    for paragraph in old.paragraphs:
        if same := [each for each in blocks if fingerprint(each.text) == paragraph.sha256]:
            block = min(same, key=lambda each: abs(_number(each) - paragraph.number))
            blocks.remove(block)
            found[paragraph.number] = Kept(paragraph.number, _number(block))
    lost = [paragraph for paragraph in old.paragraphs if paragraph.number not in found]
    for paragraph, block in _alike(lost, terms, blocks):
        blocks.remove(block)
        found[paragraph.number] = Changed(paragraph.number, _number(block))
    ends = [found.get(each.number, Gone(each.number)) for each in old.paragraphs]
    return (*ends, *_caption(old, article), *(New(_number(block)) for block in blocks))


def _caption(old: SourceSpec, article: Article) -> Iterator[Move]:
    hashes = [fingerprint(block.text) for block in article.of(CAPTION)]
    match old.caption, hashes:
        case None, []:
            return
        case None, _:
            yield New(CAPTION)
        case _, []:
            yield Gone(CAPTION)
        case PassageSpec(sha256=sha256), _:
            yield Kept(CAPTION, CAPTION) if sha256 in hashes else Changed(CAPTION, CAPTION)


def _alike(
    lost: Sequence[ParagraphSpec], terms: Mapping[Place, Sequence[str]], blocks: Sequence[Block]
) -> Iterator[tuple[ParagraphSpec, Block]]:
    """Yield the pairs that are alike, the most alike and then the nearest first, each once."""
    pairs = [
        (-_likeness(paragraph, terms.get(paragraph.number, ()), block), paragraph, block)
        for paragraph in lost
        for block in blocks
    ]
    pairs = [pair for pair in pairs if -pair[0] >= ALIKE]
    pairs.sort(key=lambda pair: (pair[0], abs(pair[1].number - _number(pair[2]))))
    used: set[int | str] = set()
    for _, paragraph, block in pairs:
        if used.isdisjoint({paragraph.number, block.key}):
            used |= {paragraph.number, block.key}
            yield paragraph, block


def _likeness(paragraph: ParagraphSpec, terms: Sequence[str], block: Block) -> float:
    """Return the share of what is kept of *paragraph* that *block* carries, from 0 to 1."""
    text = normalise_passage(block.text).casefold()
    start, end = (normalise_passage(each).casefold() for each in (paragraph.start, paragraph.end))
    carried = [text.startswith(start)]
    if end:
        carried.append(text.rstrip(".!?…\"')»” ").endswith(end))
    carried += [normalise_passage(term).casefold() in text for term in terms]
    return sum(carried) / len(carried)


def _number(block: Block) -> int:
    return int(block.key[1:])
