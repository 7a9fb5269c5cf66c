"""A folder is read as it was at one moment, whatever happens to it meanwhile."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from ferry import ENTRIES, WriteFolder

from bot.errors import UnsettledError
from bot.knowledge.snapshot import TRIES, fingerprint, take

ENTRY_FILE = "ferry/entries/ferry.yaml"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@gazette.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


def never() -> None:
    raise AssertionError("nobody is writing, so there is nothing to wait for")


def after_each(*steps: Callable[[], object]) -> Callable[[], None]:
    """A pause in which the next of *steps* happens; there are no more pauses than steps."""
    left: Iterator[Callable[[], object]] = iter(steps)
    return lambda: next(left)() and None


def questions(folder: Path, pause: Callable[[], None] = never) -> list[str]:
    content = take(folder, pause).content
    assert content.problems == ()
    return [entry.spec.question for entry in content.entries]


def test_a_folder_at_rest_is_read_once(folder: WriteFolder):
    assert "Did the ferry sail during the strike?" in questions(folder())


def test_a_file_that_is_written_again_changes_the_fingerprint(folder: WriteFolder):
    base = folder()
    before = fingerprint(base)

    (base / ENTRY_FILE).write_text(ENTRIES, encoding="utf-8")

    assert fingerprint(base) != before


def test_what_is_no_knowledge_does_not_change_it(folder: WriteFolder):
    base = folder()
    before = fingerprint(base)

    (base / ".git" / "logs").mkdir(parents=True)
    (base / ".git" / "logs" / "odd.yaml").write_text("- 1", encoding="utf-8")
    (base / "notes.txt").write_text("to do", encoding="utf-8")

    assert fingerprint(base) == before


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path):
    found = take(tmp_path / "nowhere", never)

    assert fingerprint(tmp_path / "nowhere") == frozenset()
    assert "there is no such folder" in str(found.content.problems[0])


def test_files_that_change_while_they_are_read_are_read_again(
    folder: WriteFolder, monkeypatch: pytest.MonkeyPatch
):
    """A writer who is never done for as long as somebody reads, and stops in the pause."""
    base = folder()
    path = base / ENTRY_FILE
    open_path = Path.open
    writing = [True]

    def open_and_write(self: Path, mode: str = "r", *rest: Any, **more: Any) -> IO[Any]:
        if not writing or self != path or mode != "rb":
            return open_path(self, mode, *rest, **more)
        with open_path(self, mode) as file:
            before = BytesIO(file.read())
        path.write_text(ENTRIES.replace("the strike?", "the long strike?"), "utf-8")
        return before

    monkeypatch.setattr(Path, "open", open_and_write)

    assert "Did the ferry sail during the long strike?" in questions(
        base, after_each(writing.clear)
    )


def test_a_reader_does_not_wait_for_ever(folder: WriteFolder):
    """As long as git's lock is there nothing is read; one left behind is named."""
    base = folder()
    lock = base.parent / ".git" / "index.lock"
    lock.parent.mkdir()
    lock.touch()
    pauses: list[None] = []

    with pytest.raises(UnsettledError, match=rf"git is at work on .*delete {lock}"):
        take(base, lambda: pauses.append(None))

    assert len(pauses) == TRIES - 1


def test_a_checkout_is_waited_for_until_it_is_complete(folder: WriteFolder):
    """Git takes its lock first, then writes file by file, then lets the lock go."""
    base = folder()
    lock = base.parent / ".git" / "index.lock"
    git(base.parent, "init", "-q")
    lock.touch()
    shutil.rmtree(base / "ferry" / "entries")

    def go_on() -> None:
        (base / "ferry" / "entries").mkdir()
        (base / ENTRY_FILE).write_text(ENTRIES.replace("the strike?", "the frost?"), "utf-8")

    found = questions(base, after_each(lambda: None, go_on, lock.unlink))

    assert "Did the ferry sail during the frost?" in found


def test_the_lock_of_a_worktree_is_found_where_it_really_is(folder: WriteFolder, tmp_path: Path):
    base = folder()
    commit(base, "ferry")
    git(tmp_path, "worktree", "add", "-q", "beside")
    lock = tmp_path / ".git" / "worktrees" / "beside" / "index.lock"
    lock.touch()

    assert questions(tmp_path / "beside" / "knowledge", after_each(lock.unlink))
    assert questions(base)


def test_a_real_checkout_under_the_readers_eyes_is_never_a_mix(folder: WriteFolder):
    """Whenever it is looked, the folder holds one revision or the other, never parts of both."""
    base = folder()
    commit(base, "old")
    folder(**{f"ferry/entries/more{number}.yaml": _renamed(number) for number in range(60)})
    commit(base, "new")

    seen = set()
    for revision in ("old", "new") * 3:
        checkout = subprocess.Popen(["git", "checkout", "-q", revision], cwd=base.parent)  # noqa: S607
        seen.add(len(questions(base, lambda: checkout.wait() and None)))  # noqa: B023
        assert checkout.wait() == 0
        seen.add(len(questions(base)))

    assert seen == {3, 183}


def commit(base: Path, tag: str) -> None:
    git(base.parent, "init", "-q")
    git(base.parent, "add", "knowledge")
    git(base.parent, "commit", "-qm", tag)
    git(base.parent, "tag", tag)


def _renamed(number: int) -> str:
    return ENTRIES.replace("id: ", f"id: m{number}-").replace("[pier]", f"[m{number}-pier]")
