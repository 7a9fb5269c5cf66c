"""Settings of servers, votes, reports, sent questions, and the cards that were posted."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "1"
down_revision = None

_ROW_ID = BigInteger().with_variant(Integer(), "sqlite")
# Whoever closes number 7 means the 7 that they saw: no number is ever given out again.
_NEVER_AGAIN = {"sqlite_autoincrement": True}
_MOMENT = DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _make_settings()
    _make_votes()
    _make_reports()
    _make_questions()
    _make_cards()


def _make_settings() -> None:
    op.create_table(
        "settings",
        Column("guild_id", BigInteger, autoincrement=False),
        Column("answer_in", JSON, nullable=False),
        Column("private", Boolean, nullable=False),
        Column("person_cooldown_s", Integer, nullable=False),
        Column("channel_cooldown_s", Integer, nullable=False),
        Column("repeat_within", Integer, nullable=False),
        Column("lang", String, nullable=False),
        Column("curator_role", BigInteger, nullable=False),
        Column("curator_channel", BigInteger, nullable=False),
        Column("shadow_in", JSON, nullable=False),
        PrimaryKeyConstraint("guild_id", name="pk_settings"),
    )


def _make_votes() -> None:
    op.create_table(
        "votes",
        Column("user_id", BigInteger, autoincrement=False),
        Column("entry_id", String),
        Column("guild_id", BigInteger, nullable=False),
        Column("helpful", Boolean, nullable=False),
        Column("base_version", String, nullable=False),
        Column("at", _MOMENT, nullable=False),
        PrimaryKeyConstraint("user_id", "entry_id", name="pk_votes"),
    )
    _index("votes", "entry_id", "at")


def _make_reports() -> None:
    op.create_table(
        "reports",
        Column("id", _ROW_ID),
        Column("user_id", BigInteger, nullable=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("entry_id", String, nullable=False),
        Column("reason", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("base_version", String, nullable=False),
        Column("at", _MOMENT, nullable=False),
        PrimaryKeyConstraint("id", name="pk_reports"),
        **_NEVER_AGAIN,
    )
    _index("reports", "user_id", "at")


def _make_questions() -> None:
    op.create_table(
        "questions",
        Column("id", _ROW_ID),
        Column("user_id", BigInteger, nullable=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("text", Text, nullable=False),
        Column("lang", String, nullable=False),
        Column("nearest", String, nullable=False),
        Column("base_version", String, nullable=False),
        Column("at", _MOMENT, nullable=False),
        PrimaryKeyConstraint("id", name="pk_questions"),
        **_NEVER_AGAIN,
    )
    _index("questions", "user_id", "at")


def _make_cards() -> None:
    op.create_table(
        "cards",
        Column("message_id", BigInteger, autoincrement=False),
        Column("channel_id", BigInteger, nullable=False),
        Column("guild_id", BigInteger, nullable=False),
        Column("asker_id", BigInteger, nullable=False),
        Column("question_message_id", BigInteger, nullable=False),
        Column("entry_ids", JSON, nullable=False),
        Column("at", _MOMENT, nullable=False),
        PrimaryKeyConstraint("message_id", name="pk_cards"),
    )
    _index("cards", "asker_id", "question_message_id", "at")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
