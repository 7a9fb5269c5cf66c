"""Questions and a base as figures: how often it is right, and how often it should be silent."""

from __future__ import annotations

from bot.evaluate.outcome import Outcome, ask_all, write_records
from bot.evaluate.summary import Figures, Row, Share, figures

__all__ = ["Figures", "Outcome", "Row", "Share", "ask_all", "figures", "write_records"]
