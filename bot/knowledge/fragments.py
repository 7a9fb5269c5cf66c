"""Which words a link needs to open one passage of a page, and what a given link selects.

The rules are those of "URL Fragment Text Directives" (WICG, section "Find a range from a text
directive"): words match without regard to case and as whole words, within one block; the first
*start* that follows *prefix* counts, then the first *end* after it that *suffix* follows. Quotes
of all shapes are one, as in the browsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from bot.knowledge.citations import Fragment, fold_quotes

START_WORDS = range(3, 9)
END_WORDS = range(2, 9)
CONTEXT_WORDS = range(2, 7)

_SPACE = re.compile(r"\s*")
_NO_WORD_BEFORE = re.compile(r"(?<!\w)(?<!\w['.:])")  # "China's" and "U.S" are one word each
_NO_WORD_AFTER = re.compile(r"(?!\w)(?!['.:]\w)")
_WORD = re.compile(r"\w")


def selection(page: str, fragment: Fragment) -> range:
    """Return what a browser marks in *page*, empty where it finds nothing.

    *page* holds a line for each block, with single spaces within.
    """
    return _selection(_folded(page), fragment)


def _selection(page: str, fragment: Fragment) -> range:
    for start in _starts(page, fragment):
        for end in _ends(page, fragment, start):
            after = _skip_space(page, end.stop)
            if not fragment.suffix or _stands(_term(fragment.suffix), page, after):
                return range(start.start, end.stop)
        if fragment.end:
            break  # whatever ends after a later start ends after this one too
    return range(0)


def _starts(page: str, fragment: Fragment) -> Iterator[range]:
    if not fragment.prefix:
        yield from _spans(fragment.start, page, 0)
        return
    start = _term(fragment.start)
    for prefix in _spans(fragment.prefix, page, 0):
        at = _skip_space(page, prefix.stop)
        if _stands(start, page, at):
            yield range(at, at + len(start))


def _ends(page: str, fragment: Fragment, start: range) -> Iterator[range]:
    if fragment.end:
        yield from _spans(fragment.end, page, start.stop)
    else:
        yield start


def _spans(words: str, page: str, at: int) -> Iterator[range]:
    """Yield where *words* stand in *page* from *at* on; words without a letter or mark nowhere."""
    term = _term(words)
    while term and (at := page.find(term, at)) >= 0:
        if _stands(term, page, at):
            yield range(at, at + len(term))
        at += 1


def _term(words: str) -> str:
    return " ".join(_folded(words).split())


def _stands(term: str, page: str, at: int) -> bool:
    """Tell whether *term* stands at this place of *page*, as whole words."""
    after = at + len(term)
    return (
        page.startswith(term, at)
        and (not _WORD.match(term) or _NO_WORD_BEFORE.match(page, at) is not None)
        and (not _WORD.match(term[-1:]) or _NO_WORD_AFTER.match(page, after) is not None)
    )


def _folded(text: str) -> str:
    """Return *text*, as long as it was, with one kind of quote and in small letters."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals become two letters
        small = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return fold_quotes(small)


def _skip_space(page: str, at: int) -> int:
    found = _SPACE.match(page, at)
    return found.end() if found else at


def passage(page: str, block: range) -> range:
    """Return *block* of *page* from its first to its last word, without marks around them."""
    words = list(re.finditer(r"\w+", page[block.start : block.stop]))
    if not words:
        return range(block.start, block.start)
    return range(block.start + words[0].start(), block.start + words[-1].end())


def shortest(page: str, block: range) -> Fragment:
    """Return the fewest words that select *block* of *page* and nothing else.

    Three words at least to start with and two to end, so that a menu or a teaser elsewhere on
    the page does not come first; for the same reason words that begin only this block are
    preferred to the context around it. Where nothing helps (two equal blocks with equal
    neighbours), the last attempt is returned, and a check of the link fails.
    """
    wanted = passage(page, block)
    attempts = _Attempts(page, wanted)
    folded = _folded(page)
    if _selection(folded, attempts.last) != wanted:
        return attempts.last
    return next(each for each in attempts.all(folded) if _selection(folded, each) == wanted)


class _Attempts:
    """What may select *wanted* in *page*, the fewest words first; *last* holds the most.

    Any other stands wherever the last does, and oftener: where that fails, all do. Context ends
    where the block beside *wanted* does, since words match within one block.
    """

    def __init__(self, page: str, wanted: range) -> None:
        self._bare = list(_bare(page[wanted.start : wanted.stop].split(" ")))
        self._before = page[: wanted.start].rstrip().rpartition("\n")[2].split()
        self._after = page[wanted.stop :].lstrip().partition("\n")[0].split()

    @property
    def last(self) -> Fragment:
        bare, count = self._bare[-1], CONTEXT_WORDS.stop - 1
        return Fragment(bare.start, bare.end, *self._around(count))

    def all(self, folded: str) -> Iterator[Fragment]:
        """Yield each, those first whose start stands once in the *folded* page."""
        yield from (each for each in self._bare if _stands_once(each.start, folded))
        yield from self._bare
        for count in CONTEXT_WORDS:
            prefix, suffix = self._around(count)
            yield from (Fragment(each.start, each.end, prefix) for each in self._bare)
            yield from (Fragment(each.start, each.end, "", suffix) for each in self._bare)
            yield from (Fragment(each.start, each.end, prefix, suffix) for each in self._bare)

    def _around(self, count: int) -> tuple[str, str]:
        return " ".join(self._before[-count:]), " ".join(self._after[:count])


def _bare(words: list[str]) -> Iterator[Fragment]:
    """Yield fragments without context, from the fewest words to the most."""
    if len(words) < START_WORDS.start + END_WORDS.start:
        yield Fragment(" ".join(words))
        return
    for first, last in sorted(product(START_WORDS, END_WORDS), key=lambda pair: (sum(pair), pair)):
        if first + last <= len(words):
            yield Fragment(" ".join(words[:first]), " ".join(words[-last:]))


def _stands_once(words: str, page: str) -> bool:
    return len(list(islice(_spans(words, page, 0), 2))) == 1
