"""SQLite's full-text search over all phrasings, what a bot with a database does."""

from __future__ import annotations

import re
import sqlite3
import weakref

from bot.baselines.baseline import Phrasings
from bot.core.model import Base, Entry

_WORD = re.compile(r"\w+")
_QUERY = "SELECT rowid, rank FROM phrasing WHERE phrasing MATCH ? ORDER BY rank LIMIT 1"


class FTS5:
    """Takes the phrasing that FTS5 ranks first, any of the question's words being enough.

    There is no cutoff, as in the field: its ranks have no scale. They are BM25 with the sign
    turned, so they are turned back.
    """

    def __init__(self, base: Base) -> None:
        self._phrasings = Phrasings(base)
        self._database = sqlite3.connect(":memory:")
        weakref.finalize(self, self._database.close)
        self._database.execute("CREATE VIRTUAL TABLE phrasing USING fts5(text)")
        self._database.executemany(
            "INSERT INTO phrasing (rowid, text) VALUES (?, ?)", enumerate(self._phrasings.texts)
        )

    def answer(self, question: str) -> tuple[Entry | None, float]:
        """Return the entry of the first phrasing, if any shares a word."""
        query = " OR ".join(f'"{word}"' for word in _WORD.findall(question))
        row = self._database.execute(_QUERY, (query,)).fetchone() if query else None
        if row is None:
            return None, 0.0
        number, rank = row
        return self._phrasings.entry(number), -float(rank)
