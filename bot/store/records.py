"""What is stored, as frozen values. Times are aware; ids are Discord's, 0 where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether an entry helped a person. A person has one vote an entry; the last one counts."""

    user_id: int
    entry_id: str
    guild_id: int
    helpful: bool
    base_version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """What a person says is wrong with an entry: a choice, and text if they wrote any.

    ``question`` is what they had asked, as far as they chose to send it along. A person has one
    report an entry and server; a later one takes its place.
    """

    user_id: int
    guild_id: int
    entry_id: str
    reason: str
    question: str
    text: str
    base_version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SentQuestion:
    """A question that a person chose to send to the curators; no other is ever stored.

    ``nearest`` is the id of the entry that was nearest, empty if none was.
    """

    user_id: int
    guild_id: int
    text: str
    lang: str
    nearest: str
    base_version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CardMessage:
    """A message of the bot, and whom and what it answered; never the question's words.

    ``question_message_id`` is 0 for an answer to a command. It and ``asker_id`` are 0 once the
    asker had their data deleted.
    """

    message_id: int
    channel_id: int
    guild_id: int
    asker_id: int
    question_message_id: int
    entry_ids: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class NoCard:
    """No card is remembered for a message: it is none, it is forgotten, or it is too old."""


@dataclass(frozen=True, slots=True)
class CuratorsCard:
    """The message that shows the curators of a server something that was sent."""

    guild_id: int
    channel_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many rows were deleted, by table; of cards, how many no longer name who asked.

    *shown* are the curators' cards on which what was deleted still stands.
    """

    counts: Mapping[str, int]
    shown: tuple[CuratorsCard, ...] = ()

    def __bool__(self) -> bool:
        return any(self.counts.values())
