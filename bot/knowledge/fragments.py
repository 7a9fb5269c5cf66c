"""Which words a link needs to open one passage of a page, and what a given link selects.

The rules are those of "URL Fragment Text Directives" (WICG, section "Find a range from a text
directive"): words match without regard to case and as whole words, within one block; the first
*start* that follows *prefix* counts, then the first *end* after it that *suffix* follows. Quotes
of all shapes are one, as in the browsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from bot.knowledge.citations import Fragment, fold_quotes

START_WORDS = range(3, 9)
END_WORDS = range(2, 9)
CONTEXT_WORDS = range(2, 7)

_SPACE = re.compile(r"\s*")
_NO_WORD_BEFORE = r"(?<!\w)(?<!\w['.:])"  # "China's" and "U.S" are one word each
_NO_WORD_AFTER = r"(?!\w)(?!['.:]\w)"


def selection(page: str, fragment: Fragment) -> range:
    """Return what a browser marks in *page*, empty where it finds nothing.

    *page* holds a line for each block, with single spaces within.
    """
    page = fold_quotes(page)
    for start in _starts(page, fragment):
        for end in _ends(page, fragment, start):
            after = _skip_space(page, end.stop)
            if not fragment.suffix or _matches(fragment.suffix, page, after):
                return range(start.start, end.stop)
    return range(0)


def _starts(page: str, fragment: Fragment) -> Iterator[range]:
    if not fragment.prefix:
        yield from _spans(fragment.start, page, 0)
        return
    for prefix in _spans(fragment.prefix, page, 0):
        at = _skip_space(page, prefix.stop)
        if found := _pattern(fragment.start).match(page, at):
            yield range(*found.span())


def _ends(page: str, fragment: Fragment, start: range) -> Iterator[range]:
    if fragment.end:
        yield from _spans(fragment.end, page, start.stop)
    else:
        yield start


def _spans(words: str, page: str, at: int) -> Iterator[range]:
    """Yield where *words* stand in *page* from *at* on; words without a letter or mark nowhere."""
    pattern = _pattern(words)
    while words.strip() and (found := pattern.search(page, at)):
        yield range(*found.span())
        at = found.start() + 1


def _pattern(words: str) -> re.Pattern[str]:
    term = " ".join(fold_quotes(words).split())
    before = _NO_WORD_BEFORE if re.match(r"\w", term) else ""
    after = _NO_WORD_AFTER if re.search(r"\w\Z", term) else ""
    return re.compile(before + re.escape(term) + after, re.IGNORECASE)


def _matches(words: str, page: str, at: int) -> bool:
    return _pattern(words).match(page, at) is not None


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
    attempt = Fragment(page[wanted.start : wanted.stop])
    for attempt in _attempts(page, wanted):
        if selection(page, attempt) == wanted:
            break
    return attempt


def _attempts(page: str, wanted: range) -> Iterator[Fragment]:
    words = page[wanted.start : wanted.stop].split(" ")
    if len(words) < START_WORDS.start + END_WORDS.start:
        bare = [Fragment(" ".join(words))]
    else:
        lengths = sorted(product(START_WORDS, END_WORDS), key=lambda pair: (sum(pair), pair))
        bare = [
            Fragment(" ".join(words[:first]), " ".join(words[-last:]))
            for first, last in lengths
            if first + last <= len(words)
        ]
    yield from (each for each in bare if len(list(_spans(each.start, fold_quotes(page), 0))) == 1)
    yield from bare
    before, after = page[: wanted.start].split(), page[wanted.stop :].split()
    for count in CONTEXT_WORDS:
        prefix = " ".join(before[-count:])
        suffix = " ".join(after[:count])
        yield from (Fragment(each.start, each.end, prefix) for each in bare)
        yield from (Fragment(each.start, each.end, "", suffix) for each in bare)
        yield from (Fragment(each.start, each.end, prefix, suffix) for each in bare)
