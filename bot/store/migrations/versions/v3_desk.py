"""Where curators see what was sent, and how much a person sent on a day."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, Integer, PrimaryKeyConstraint

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Add the columns, in place: a table made anew would forget which numbers it has given out."""
    for table in ("reports", "questions"):
        for name in ("channel_id", "message_id"):
            op.add_column(table, Column(name, BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "sendings",
        Column("user_id", BigInteger, autoincrement=False),
        Column("at", DateTime(timezone=True)),
        Column("number", Integer, nullable=False),
        PrimaryKeyConstraint("user_id", "at", name="pk_sendings"),
    )
    op.create_index("ix_sendings_at", "sendings", ["at"])
