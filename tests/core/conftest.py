"""The bakery instead of the base in files: core takes values."""

from __future__ import annotations

import pytest
from builders import BAKERY

from bot.core.index import Index
from bot.core.model import Base


@pytest.fixture(scope="session")
def base() -> Base:
    return BAKERY


@pytest.fixture(scope="session")
def index(base: Base) -> Index:
    return Index(base)
