"""What a member had asked who reports the answer to it; nobody sent it along before."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text, text

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Add the column, in place."""
    op.add_column("reports", Column("question", Text, nullable=False, server_default=text("''")))
