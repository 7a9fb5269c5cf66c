"""Footnote and what others would use in its place, behind one interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process, utils

from benchmarks.data import Phrasings, as_base, flat
from bot.baselines.baseline import Baseline
from bot.baselines.bm25 import BM25
from bot.baselines.fts5 import FTS5
from bot.baselines.nearest import Nearest
from bot.core.decide import decide
from bot.core.index import Index
from bot.core.model import Base
from bot.core.semantic import Encoder

LEXICAL = "Footnote, words alone"
FUSED = "Footnote, words and meaning"
WRATIO = "rapidfuzz WRatio"
OURS = (LEXICAL, FUSED)


@dataclass(frozen=True, slots=True)
class Found:
    """The entry found first, ``""`` for none, with its score and how far that is trusted."""

    entry: str
    score: float
    confidence: float


NOTHING = Found("", 0.0, 0.0)


class Matcher(Protocol):
    """A way to find the entry that a question is meant for."""

    def match(self, question: str) -> Found:
        """Return the best entry, however bad."""
        ...

    def ask(self, question: str) -> object:
        """Do all that has to be done before *question* can be answered: what is timed."""
        ...


class Footnote:
    """The index as the bot builds it, with or without an encoder."""

    def __init__(self, phrasings: Phrasings, encoder: Encoder | None) -> None:
        self._index = Index(as_base(phrasings), encoder)

    def match(self, question: str) -> Found:
        """Return the first match, before anything is declined."""
        for best in self._index.search(question, limit=1):
            return Found(best.target.id, best.score, best.confidence)
        return NOTHING

    def ask(self, question: str) -> object:
        """Decide, with the guards and the matched phrasings, as for a member."""
        return decide(self._index, question)


class Other:
    """One of the baselines of ``footnote eval``; none of these has a cutoff."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline

    def match(self, question: str) -> Found:
        """Return the entry of the nearest phrasing."""
        entry, score = self._baseline.answer(question)
        return Found(entry.id, score, score) if entry else NOTHING

    ask = match


class ExtractOne:
    """rapidfuzz's ``process.extractOne`` over all phrasings, without a cutoff."""

    def __init__(self, phrasings: Phrasings, scorer: Callable[..., float]) -> None:
        texts, self._entries = flat(phrasings)
        self._choices = [utils.default_process(text) for text in texts]
        self._scorer = scorer

    def match(self, question: str) -> Found:
        """Return the entry of the nearest phrasing, the first among equals."""
        text = utils.default_process(question)
        _, score, at = process.extractOne(text, self._choices, scorer=self._scorer)
        return Found(self._entries[at], score, score)

    ask = match


Maker = Callable[[Phrasings, Encoder | None], Matcher]


@dataclass(frozen=True, slots=True)
class Contender:
    """A matcher by name: a *slow* one is asked fewer questions, *meaning* needs an encoder."""

    name: str
    make: Maker
    slow: bool = False
    meaning: bool = False


def _extract_one(scorer: Callable[..., float]) -> Maker:
    return lambda phrasings, _: ExtractOne(phrasings, scorer)


def _other(baseline: Callable[[Base], Baseline]) -> Maker:
    return lambda phrasings, _: Other(baseline(as_base(phrasings)))


def _nearest(phrasings: Phrasings, encoder: Encoder | None) -> Matcher:
    assert encoder is not None, "asked for only where there is one"
    return Other(Nearest(as_base(phrasings), encoder))


CONTENDERS = (
    Contender(LEXICAL, lambda phrasings, _: Footnote(phrasings, None)),
    Contender(FUSED, Footnote, meaning=True),
    Contender(WRATIO, _extract_one(fuzz.WRatio), slow=True),
    Contender("rapidfuzz token_set_ratio", _extract_one(fuzz.token_set_ratio), slow=True),
    Contender("rapidfuzz token_sort_ratio", _extract_one(fuzz.token_sort_ratio), slow=True),
    Contender("BM25", _other(BM25)),
    Contender("SQLite FTS5", _other(FTS5)),
    Contender("MiniLM nearest phrasing", _nearest, meaning=True),
)


def available(encoder: Encoder | None) -> Sequence[Contender]:
    """Return all that can run here: those that need an encoder only with one."""
    return [each for each in CONTENDERS if encoder is not None or not each.meaning]
