"""``footnote diff``: which answers a change of the base changes, and whether any gets worse."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import BaseError, FootnoteError, RevisionError, StoreError
from bot.settings import Settings, load_settings
from bot.store import SentQuestion, open_store

SMALL_BASE = Path(__file__).parent / "base"
ENTRIES = "entries/lamps.yaml"
GOLDEN = """\
- id: g1
  text: Who wrote the article?
  reach: [author]
- id: g2
  text: How much did the second lighthouse cost?
  reach: decline
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, cache: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small base with golden questions, as the knowledge folder."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KNOWLEDGE_DIR", "base")
    monkeypatch.setenv("CACHE_DIR", cache)
    monkeypatch.setenv("COLUMNS", "88")
    shutil.copytree(SMALL_BASE, tmp_path / "base")
    (tmp_path / "base" / "questions.yaml").write_text(GOLDEN, "utf-8")
    return tmp_path / "base"


@pytest.fixture
def old(folder: Path) -> str:
    """The folder as it was before all changes."""
    shutil.copytree(folder, "old")
    return "old"


def diff(*arguments: str) -> Result:
    done = CliRunner().invoke(app, ["diff", *arguments])
    if isinstance(done.exception, FootnoteError):
        raise done.exception
    return done


def edit(folder: Path, old: str, new: str, name: str = ENTRIES) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def take_over(folder: Path) -> None:
    """Give the question of the author to another entry: the golden question goes wrong."""
    edit(folder, "question: Who wrote the article?", "question: Is there a byline?")
    edit(folder, "    - who is the author\n", "")
    edit(folder, "    - who are the keepers\n", "    - who wrote the article\n")


def send(*texts: str) -> None:
    """Have members send questions to the curators."""

    async def file() -> None:
        async with open_store(load_settings().store_url) as store:
            for text in texts:
                at = datetime(2026, 7, 1, tzinfo=UTC)
                await store.questions.add(SentQuestion(1, 2, text, "en", "", "0" * 12, at))

    asyncio.run(file())


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@gazette.example")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)  # noqa: S607


def commit(tag: str) -> None:
    git("init", "-q")
    git("add", "base")
    git("commit", "-qm", tag)
    git("tag", tag)


def test_the_same_base_twice_changes_no_answer(old: str):
    done = diff(old, "base")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "No answer changes."
    assert re.search(r"answer accuracy +100.0 % \(1/1\) +100.0 % \(1/1\)", done.stdout)


def test_a_changed_answer_is_shown_side_by_side(folder: Path, old: str):
    edit(folder, "Mara Quill", "Tom Reed")

    done = diff(old)

    assert done.exit_code == 0
    assert "Golden questions that are answered differently: 1" in done.stdout
    assert re.search(r"author \(meta\) +│ author \(meta\)", done.stdout)
    assert re.search(r"Mara Quill wrote it .*│ Tom Reed wrote it", done.stdout)
    assert done.stdout.splitlines()[-1] == "No golden question gets worse."


def test_a_question_that_gets_worse_is_marked_and_gives_status_1(folder: Path, old: str):
    take_over(folder)

    done = diff(old)

    assert done.exit_code == 1
    assert "Who wrote the article?  worse\n" in done.stdout
    assert re.search(r"author \(meta\) +│ keepers \(p4\)", done.stdout)
    assert re.search(r"answer accuracy +100.0 % \(1/1\) +0.0 % \(0/1\)", done.stdout)
    last = done.stdout.splitlines()[-1]
    assert last == "1 golden question goes wrong: a running bot refuses this change."


def test_the_other_way_round_it_gets_better(folder: Path, old: str):
    take_over(folder)

    done = diff("base", old)

    assert done.exit_code == 0
    assert "Who wrote the article?  better\n" in done.stdout


@pytest.mark.parametrize(
    "said",
    ["[author]\n  may_fail: a byline is no author", "[author, foghorn]", "decline"],
    ids=["may fail", "other entries", "to be declined"],
)
def test_what_the_change_says_itself_is_allowed(folder: Path, old: str, said: str):
    take_over(folder)
    edit(folder, "[author]", said, "questions.yaml")

    done = diff(old)

    assert done.exit_code == 0
    assert "Who wrote the article?" in done.stdout


def test_a_question_that_was_taken_out_is_still_shown(folder: Path, old: str):
    take_over(folder)
    (folder / "questions.yaml").unlink()

    done = diff(old)

    assert done.exit_code == 0
    assert "Who wrote the article?  worse, allowed\n" in done.stdout


def test_sent_questions_are_asked_too(folder: Path, old: str):
    send("is mara the journalist", "recommend bakeries")
    edit(folder, "Mara Quill", "Tom Reed")

    shown = diff(old).stdout

    assert "Sent questions that are answered differently: 1" in shown
    assert "\n1  is mara the journalist\n" in shown
    assert "bakeries" not in shown
    assert "Sent questions" not in diff(old, "--no-sent").stdout


def test_a_store_of_another_version_is_read_by_no_guess(old: str, tmp_path: Path):
    """It may be that of a bot which runs, and comparing must not change it under it."""
    send("is mara the journalist")
    path = tmp_path / "data" / "footnote.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2'")
        connection.commit()

    with pytest.raises(StoreError, match=r"revision 2, .* To go without what members sent, add"):
        diff(old)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("2",)]
    assert diff(old, "--no-sent").exit_code == 0


def test_without_a_store_none_is_made(folder: Path, old: str, tmp_path: Path):
    assert diff(old).exit_code == 0
    assert not (tmp_path / "data").exists()


def test_revisions_are_compared_with_each_other_and_with_the_folder_as_it_is(folder: Path):
    commit("first")
    edit(folder, "Mara Quill", "Tom Reed")
    commit("second")
    edit(folder, "Tom Reed", "Ann Lee")

    between, now = diff("first", "second").stdout, diff("HEAD").stdout

    assert re.search(r"Mara Quill wrote .*│ Tom Reed wrote", between)
    assert re.search(r"Tom Reed wrote .*│ Ann Lee wrote", now)


@pytest.mark.parametrize("name", ["nowhere", "--nowhere", "HEAD:base/questions.yaml"])
def test_what_is_neither_a_folder_nor_a_revision_is_said(name: str):
    commit("first")

    with pytest.raises(RevisionError, match=r"is neither a folder nor a revision of .*base"):
        diff("--", name, "base")


def test_outside_a_checkout_only_folders_can_be_compared():
    with pytest.raises(RevisionError, match=r"not a git repository"):
        diff("HEAD")


def test_without_git_only_folders_can_be_compared(old: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")

    assert diff(old).exit_code == 0
    with pytest.raises(RevisionError, match="git cannot be asked"):
        diff("HEAD")


def test_a_revision_with_problems_is_named_by_its_commit(folder: Path):
    edit(folder, "kind: forecast", "kind: guess")
    commit("broken")

    with pytest.raises(BaseError, match=r"/[0-9a-f]{12}/entries/lamps.yaml:61: 'kind' is 'guess'"):
        diff("broken")
