"""Whatever happens to a folder, its followers hear of it; the system's own events drive this."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from watchfiles._rust_notify import WatchfilesRustInternalError

from bot.knowledge import watch
from bot.knowledge.snapshot import fingerprint
from bot.knowledge.watch import moments


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "knowledge").mkdir()
    return tmp_path / "knowledge"


async def heard(folder: Path, *steps) -> None:
    """Take one step after the other, each as soon as the one before has been heard of."""
    following = moments(folder)
    try:
        async with asyncio.timeout(30):
            for step in steps:
                before = fingerprint(folder)
                coming = asyncio.ensure_future(anext(following))
                await asyncio.sleep(0)  # it listens from now on
                step()
                await coming
                while fingerprint(folder) == before:
                    await anext(following)
    finally:
        await following.aclose()


async def test_a_file_that_is_saved_is_heard_of(folder: Path):
    file = folder / "glossary.yaml"

    await heard(folder, file.touch, lambda: file.write_text("- 1"), file.unlink)


async def test_a_folder_that_goes_and_comes_back_is_followed_further(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(watch, "LOOK_S", 0.1)
    file = folder / "glossary.yaml"
    file.touch()

    def come_back() -> None:
        folder.mkdir()
        file.write_text("- 1")

    await heard(
        folder, lambda: shutil.rmtree(folder), come_back, lambda: file.write_text("- 1\n- 2")
    )


async def test_a_folder_that_is_not_there_yet_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(watch, "LOOK_S", 0.1)
    folder = tmp_path / "later"

    def come() -> None:
        folder.mkdir()
        (folder / "glossary.yaml").touch()

    await heard(folder, come)


@pytest.mark.parametrize(
    "refusal",
    [
        WatchfilesRustInternalError("Too many open files (os error 24)"),
        ExceptionGroup("from a thread", [WatchfilesRustInternalError("no space for a watch")]),
    ],
)
async def test_what_the_system_cannot_watch_is_looked_at_until_it_can(
    folder: Path,
    refusal: Exception,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    """Every program of a user takes from the same few watches; the operator is told once."""
    refusals, awatch = iter([refusal, refusal]), watch.awatch

    def short_of_watches(*args, **kwargs):
        for each in refusals:
            raise each
        return awatch(*args, **kwargs)

    monkeypatch.setattr(watch, "LOOK_S", 0.1)
    monkeypatch.setattr(watch, "awatch", short_of_watches)
    file = folder / "glossary.yaml"

    await heard(folder, file.touch, lambda: file.write_text("- 1"), file.unlink)

    (line,) = caplog.messages
    assert line == f"{folder} cannot be watched, only looked at every 0.1 s: {refusal}"
