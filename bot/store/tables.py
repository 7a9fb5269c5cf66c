"""The tables. A change here needs a migration beside it; a test compares the two."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, text

from bot.store.columns import ROW_ID, Ids, Moment, Typed

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"}
)


def _curators_card() -> tuple[Column[int], Column[int]]:
    """Return where the curators' card of something sent stands, 0 where there is none."""
    return (
        Column("channel_id", BigInteger, nullable=False, server_default="0"),
        Column("message_id", BigInteger, nullable=False, server_default="0"),
    )


settings = Table(
    "settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("answer_in", Ids, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("person_cooldown_s", Integer, nullable=False),
    Column("channel_cooldown_s", Integer, nullable=False),
    Column("repeat_within", Integer, nullable=False),
    Column("lang", String, nullable=False),
    Column("curator_role", BigInteger, nullable=False),
    Column("curator_channel", BigInteger, nullable=False),
    Column("shadow_in", Ids, nullable=False),
    Column("sources", Ids, nullable=False),
)

votes = Table(
    "votes",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("entry_id", String, primary_key=True, index=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("base_version", String, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

reports = Table(
    "reports",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("entry_id", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("question", Typed, nullable=False, server_default=text("''")),
    Column("text", Typed, nullable=False),
    Column("base_version", String, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    *_curators_card(),
)

questions = Table(
    "questions",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("user_id", BigInteger, nullable=False, index=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("text", Typed, nullable=False),
    Column("lang", String, nullable=False),
    Column("nearest", String, nullable=False),
    Column("base_version", String, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    *_curators_card(),
)

sendings = Table(
    "sendings",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, primary_key=True, index=True),
    Column("number", Integer, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("asker_id", BigInteger, nullable=False, index=True),
    Column("question_message_id", BigInteger, nullable=False, index=True),
    Column("entry_ids", Ids, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

LETTERS = (reports, questions)
"""The tables of what is shown to the curators."""

WHOSE: Mapping[Table, Column[int]] = {
    votes: votes.c.user_id,
    reports: reports.c.user_id,
    questions: questions.c.user_id,
    sendings: sendings.c.user_id,
    cards: cards.c.asker_id,
}
"""The tables that hold something about a person, and the column that says about whom."""
