"""Every story of the store is told twice: on SQLite, and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from postgres import postgres

from bot.store import Store, open_store

__all__ = ["postgres"]


@pytest.fixture
def sqlite_url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'footnote.sqlite3'}"


@pytest.fixture
def postgresql_url(postgres) -> str:
    return postgres.empty_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request) -> str:
    """An empty database."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    async with open_store(url) as opened:
        yield opened
