"""What all tests share: the small base under ``tests/base``, the shipped one, their indexes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.core.index import Index
from bot.core.model import Base
from bot.knowledge.load import load
from bot.knowledge_dir import shipped_knowledge
from bot.process import use_one_thread

use_one_thread()

SMALL_BASE = Path(__file__).parent / "base"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where commands keep what they learned: the first learns from the small base for all."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def data_dirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A path for each test that is not there yet: most keep nothing, and a folder takes time."""
    folder = tmp_path_factory.mktemp("data")
    return (str(folder / str(number)) for number in count())


@pytest.fixture(autouse=True)
def _own_folders(data_dirs: Iterator[str], cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches what a bot on this machine keeps."""
    monkeypatch.setenv("DATA_DIR", next(data_dirs))
    monkeypatch.setenv("CACHE_DIR", cache)


@pytest.fixture(scope="session")
def base() -> Base:
    """A made-up article about two lighthouses: seven entries, each way to cite, small talk."""
    return load(SMALL_BASE)


@pytest.fixture(scope="session")
def index(base: Base) -> Index:
    """The index of the small base. Nothing changes it, so one is enough."""
    return Index(base)


@pytest.fixture(scope="session")
def shipped_base() -> Base:
    """The knowledge that comes along, from where an install without settings finds it."""
    return load(shipped_knowledge())


@pytest.fixture(scope="session")
def shipped_index(shipped_base: Base) -> Index:
    """Its index, by words alone. Learning takes half a minute of a processor, so it is one too."""
    return Index(shipped_base)
