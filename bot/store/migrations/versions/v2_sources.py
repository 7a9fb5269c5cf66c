"""Servers choose which sources they use; those that are there already use all."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Add the column, fill it, and only then let it demand a value."""
    op.add_column("settings", Column("sources", JSON, nullable=True))
    op.execute("UPDATE settings SET sources = '[]'")
    with op.batch_alter_table("settings") as settings:
        settings.alter_column("sources", existing_type=JSON, nullable=False)
