"""Records with all that a test does not care about filled in."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.store import CardMessage, Report, SentQuestion, Vote

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
ALICE, BOB = 2**63 - 1, 101
GUILD, CHANNEL = 201, 301


def vote(user_id: int = ALICE, entry_id: str = "keepers", *, helpful=True, at=NOW) -> Vote:
    return Vote(user_id, entry_id, GUILD, helpful, "v1", at)


def report(
    user_id: int = ALICE, text: str = "the year is wrong", *, entry_id="keepers", at=NOW
) -> Report:
    return Report(user_id, GUILD, entry_id, "false", "", text, "v1", at)


def question(user_id: int = ALICE, text: str = "who paints it?", *, at=NOW) -> SentQuestion:
    return SentQuestion(user_id, GUILD, text, "en", "keepers", "v1", at)


def card(message_id: int = 1, *, asker_id=ALICE, question_message_id=9, at=NOW) -> CardMessage:
    entries = ("keepers", "foghorn")
    return CardMessage(message_id, CHANNEL, GUILD, asker_id, question_message_id, entries, at)


class Clock:
    """Seconds that pass when a test says so."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s
