"""What must last: settings, votes, reports, sent questions, and which card answered what."""

from __future__ import annotations

from bot.core.feedback import Tally
from bot.store.inbox import Filed, Inbox, NotOpen, TooMany
from bot.store.records import (
    CardMessage,
    CuratorsCard,
    Deleted,
    NoCard,
    Report,
    SentQuestion,
    Vote,
)
from bot.store.retention import RETENTION_DAYS
from bot.store.store import Store, open_store

__all__ = [
    "RETENTION_DAYS",
    "CardMessage",
    "CuratorsCard",
    "Deleted",
    "Filed",
    "Inbox",
    "NoCard",
    "NotOpen",
    "Report",
    "SentQuestion",
    "Store",
    "Tally",
    "TooMany",
    "Vote",
    "open_store",
]
