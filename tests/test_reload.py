"""A base is swapped while the bot runs: whole, checked and no worse, or not at all."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from bot.core.decide import decide
from bot.core.features import Floats
from bot.core.index import Index
from bot.evaluate.accepted import Accepted, Accepting, NothingAccepted
from bot.evaluate.confusion import Confusion
from bot.evaluate.gate import score
from bot.knowledge import snapshot
from bot.reload import Reloader, open_folder
from bot.reloaded import (
    Broken,
    Flaw,
    Reloaded,
    Swapped,
    Unchanged,
    Unsettled,
    Worse,
    is_news,
    within,
)

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


@dataclass
class Bot:
    """What answers, as far as reloading knows it."""

    index: Index


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small base with golden questions, free to be changed."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL_BASE, tmp_path / "base")
    (tmp_path / "base" / "questions.yaml").write_text(GOLDEN, "utf-8")
    return tmp_path / "base"


@pytest.fixture
def accepting(tmp_path: Path, folder: Path) -> Accepting:
    return Accepting(tmp_path / "data", folder)


@pytest.fixture
def reloader(folder: Path, accepting: Accepting) -> Reloader:
    return open_folder(folder, None, accepting)


@pytest.fixture
def bot(reloader: Reloader) -> Bot:
    return Bot(reloader.index)


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def add_entry(folder: Path, id_: str = "storm") -> None:
    (folder / "entries" / f"{id_}.yaml").write_text(
        f"- id: {id_}\n"
        f"  question: What did the {id_} break?\n"
        f"  phrasings: [damage by the {id_}, was anything broken by the {id_}]\n"
        "  answer: It broke a window of the north tower.\n"
        "  kind: reported\n"
        "  cites: [2]\n",
        "utf-8",
    )


def move(folder: Path, name: str) -> None:
    folder.rename(folder.with_name(name))


def take_over(folder: Path) -> None:
    """Give the question of the author to another entry: the golden question goes wrong."""
    edit(folder, ENTRIES, "question: Who wrote the article?", "question: Is there a byline?")
    edit(folder, ENTRIES, "    - who is the author\n", "")
    edit(folder, ENTRIES, "    - who are the keepers\n", "    - who wrote the article\n")


async def test_a_changed_base_answers_from_then_on(folder: Path, reloader: Reloader, bot: Bot):
    old = bot.index
    add_entry(folder)

    outcome = await reloader.reload(bot)

    assert isinstance(outcome, Swapped)
    assert outcome.version == bot.index.base.version != old.base.version
    assert "storm" in bot.index.base.by_id
    assert str(outcome.after) == "accuracy 100.0 % (1/1), false answers 0.0 % (0/1)"
    assert outcome.before == outcome.after


async def test_who_has_begun_to_answer_goes_on_with_the_old_base(
    folder: Path, reloader: Reloader, bot: Bot
):
    old, before = bot.index, decide(bot.index, "who wrote the article")
    edit(folder, ENTRIES, "Mara Quill", "Tom Reed")

    await reloader.reload(bot)

    assert decide(old, "who wrote the article") == before
    assert decide(bot.index, "who wrote the article") != before


async def test_files_that_are_saved_as_they_were_swap_nothing(
    folder: Path, reloader: Reloader, bot: Bot
):
    old = bot.index
    edit(folder, ENTRIES, "- id: author", "# by line\n- id: author")

    assert await reloader.reload(bot) == Unchanged(old.base.version)
    assert bot.index is old


async def test_a_bad_base_changes_nothing_and_says_where(
    folder: Path, reloader: Reloader, bot: Bot
):
    old = bot.index
    edit(folder, ENTRIES, "kind: forecast", "kind: guess")

    outcome = await reloader.reload(bot)

    assert isinstance(outcome, Broken)
    assert outcome.flaws[0].sentence.startswith("base/entries/lamps.yaml:61: 'kind' is 'guess'")
    assert bot.index is old
    assert await reloader.reload(bot) == outcome


async def test_a_file_that_is_half_written_is_refused_until_it_is_whole(
    folder: Path, reloader: Reloader, bot: Bot
):
    path = folder / ENTRIES
    text = path.read_text("utf-8").replace("Mara Quill", "Tom Reed")

    path.write_text(text[:700], "utf-8")
    assert isinstance(await reloader.reload(bot), Broken)

    path.write_text(text, "utf-8")
    assert isinstance(await reloader.reload(bot), Swapped)


async def test_a_folder_that_is_gone_changes_nothing_and_may_come_back(
    folder: Path, reloader: Reloader, bot: Bot
):
    old = bot.index
    move(folder, "away")

    outcome = await reloader.reload(bot)
    missing = Flaw("base:1: there is no such folder: name the knowledge folder")
    assert outcome == Broken((missing,))
    assert bot.index is old

    move(folder.with_name("away"), folder.name)
    assert await reloader.reload(bot) == Unchanged(old.base.version)
    assert bot.index is old


async def test_a_base_that_makes_a_golden_question_worse_is_refused(
    folder: Path, reloader: Reloader, bot: Bot
):
    old = bot.index
    take_over(folder)

    outcome = await reloader.reload(bot)

    assert isinstance(outcome, Worse)
    (lost,) = outcome.questions
    assert (lost.asked, lost.reached, lost.should) == (
        "Who wrote the article?",
        "keepers (p4)",
        "author",
    )
    assert bot.index is old


async def test_a_change_that_says_so_may_make_a_golden_question_worse(
    folder: Path, reloader: Reloader, bot: Bot
):
    take_over(folder)
    edit(folder, "questions.yaml", "[author]", "[author]\n  may_fail: a byline is no author")

    assert isinstance(await reloader.reload(bot), Swapped)


async def test_new_golden_questions_hold_the_next_change_up(
    folder: Path, reloader: Reloader, bot: Bot
):
    """The base is the same, so nothing is learned anew."""
    old = bot.index
    edit(folder, "questions.yaml", "Who wrote the article?", "who is the author")
    assert isinstance(await reloader.reload(bot), Swapped)
    assert bot.index is old

    take_over(folder)
    assert isinstance(await reloader.reload(bot), Worse)


async def test_while_git_is_at_work_nothing_is_read(
    folder: Path, reloader: Reloader, bot: Bot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(snapshot, "TRIES", 1)
    lock = folder.parent / ".git" / "index.lock"
    lock.parent.mkdir()
    lock.touch()
    add_entry(folder)

    assert isinstance(await reloader.reload(bot), Unsettled)

    lock.unlink()
    assert isinstance(await reloader.reload(bot), Swapped)


class Gate:
    """An encoder whose learning waits until it is let through, and that counts who learns."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()
        self.learning = 0
        self.most = 0
        self.learned = 0
        self.open.set()

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.array([[1.0, len(text), text.count("e")] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def learn(self, texts: Sequence[str]) -> Floats:
        self.learning += 1
        self.most = max(self.most, self.learning)
        self.learned += 1
        self.reached.set()
        assert self.open.wait(30)
        self.learning -= 1
        return self.encode(texts)


async def test_twenty_saves_are_learned_from_twice_at_most_and_one_at_a_time(
    folder: Path, accepting: Accepting
):
    """The second takes in what was saved during the first; questions are answered meanwhile."""
    (folder / "questions.yaml").unlink()  # this encoder understands nothing
    gate = Gate()
    reloader = open_folder(folder, gate, accepting)
    bot, gate.learned = Bot(reloader.index), 0
    gate.open.clear()
    gate.reached.clear()
    add_entry(folder, "storm0")
    reloads = [asyncio.ensure_future(reloader.reload(bot))]
    await asyncio.to_thread(gate.reached.wait, 30)
    for number in range(1, 20):
        add_entry(folder, f"storm{number}")
        reloads.append(asyncio.ensure_future(reloader.reload(bot)))

    assert decide(bot.index, "who wrote the article").reasons.base_version
    assert "storm0" not in bot.index.base.by_id

    gate.open.set()
    outcomes = await asyncio.gather(*reloads)

    assert [type(each) for each in outcomes] == [Swapped, Swapped, *[Unchanged] * 18]
    assert (gate.learned, gate.most) == (2, 1)
    assert "storm19" in bot.index.base.by_id


async def test_an_error_of_ours_changes_nothing_and_is_not_repeated(
    folder: Path, accepting: Accepting, caplog: pytest.LogCaptureFixture
):
    class Faulty(Gate):
        def learn(self, texts: Sequence[str]) -> Floats:
            if self.learned:
                raise RuntimeError("out of luck")
            return super().learn(texts)

    reloader = open_folder(folder, Faulty(), accepting)
    bot = Bot(reloader.index)
    add_entry(folder)

    outcomes = [await reloader.reload(bot), await reloader.reload(bot)]

    assert outcomes[0] == outcomes[1]
    assert isinstance(outcomes[0], Broken)
    (flaw,) = outcomes[0].flaws
    assert flaw.sentence.split()[-1].rstrip(".") in caplog.text
    assert caplog.text.count("Incident ") == 1
    assert "storm" not in bot.index.base.by_id


def test_the_first_start_has_nothing_to_compare_with(
    folder: Path, accepting: Accepting, caplog: pytest.LogCaptureFixture
):
    assert accepting.read() == NothingAccepted()
    with caplog.at_level("INFO"):
        reloader = open_folder(folder, None, accepting)

    assert "accuracy 100.0 % (1/1), false answers 0.0 % (0/1)" in caplog.text
    stored = accepting.read()
    assert isinstance(stored, Accepted)
    assert stored.version == reloader.index.base.version
    assert len(stored.kept) == 2


def test_a_start_with_a_worse_base_warns_once(
    folder: Path, accepting: Accepting, caplog: pytest.LogCaptureFixture
):
    """There is no other base to answer from, so the bot starts all the same."""
    version = open_folder(folder, None, accepting).index.base.version
    take_over(folder)

    open_folder(folder, None, accepting)
    assert f"Right with base {version}, wrong now: g1: Who wrote the article?" in caplog.text

    caplog.clear()
    open_folder(folder, None, accepting)
    assert caplog.text == ""


async def test_what_was_swapped_in_is_what_the_next_start_compares_with(
    folder: Path, reloader: Reloader, bot: Bot, accepting: Accepting
):
    add_entry(folder)
    await reloader.reload(bot)

    stored = accepting.read()
    assert isinstance(stored, Accepted)
    assert stored.version == bot.index.base.version


@pytest.mark.parametrize("damaged", ["", "[]", "{}", '{"version": "1", "kept": 7}', "\x00"])
def test_a_damaged_record_is_made_anew(
    folder: Path, accepting: Accepting, damaged: str, caplog: pytest.LogCaptureFixture
):
    open_folder(folder, None, accepting)
    (record,) = (folder.parent / "data").iterdir()
    record.write_text(damaged, "utf-8")

    assert accepting.read() == NothingAccepted()
    assert "made anew" in caplog.text
    open_folder(folder, None, accepting)
    assert isinstance(accepting.read(), Accepted)


def test_a_record_that_cannot_be_written_is_done_without(
    folder: Path, caplog: pytest.LogCaptureFixture
):
    (folder.parent / "data").write_text("no folder", "utf-8")

    open_folder(folder, None, Accepting(folder.parent / "data", folder))

    assert "cannot be put on record in " in caplog.text
    assert "set DATA_DIR" in caplog.text


WRONG = Confusion("g1", "Who?", "keepers", "author", 0.5)
X, Y = Flaw("x"), Flaw("y")
SWAPPED = Swapped("b", score([]), score([]))


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        (Unchanged("a"), Unchanged("a"), False),
        (Unchanged("a"), SWAPPED, True),
        (SWAPPED, Unchanged("b"), False),
        (SWAPPED, SWAPPED, True),
        (Unchanged("a"), Broken((X,)), True),
        (Broken((X,)), Broken((X,)), False),
        (Broken((X,)), Broken((X, Y)), True),
        (Broken((X,)), Worse((WRONG,)), True),
        (Worse((WRONG,)), Worse((WRONG,)), False),
        (Worse((WRONG,)), Unchanged("a"), True),
        (Unsettled("git"), Unchanged("a"), True),
        (Unsettled("git"), Unsettled("git"), False),
    ],
)
def test_no_refusal_is_told_twice_but_its_end_is(before: Reloaded, now: Reloaded, news: bool):
    assert is_news(before, now) is news


OF_TEA, OF_CAKE = Flaw("tea", "tea"), Flaw("cake", "cake")
TEA_WRONG, CAKE_WRONG = replace(WRONG, source="tea"), replace(WRONG, source="cake")


@pytest.mark.parametrize(
    ("outcome", "theirs"),
    [
        (Broken((OF_TEA, OF_CAKE, X)), Broken((OF_TEA, X))),
        (Broken((OF_CAKE,)), Unchanged("a")),
        (Worse((CAKE_WRONG, TEA_WRONG)), Worse((TEA_WRONG,))),
        (Worse((CAKE_WRONG,)), Unchanged("a")),
        (SWAPPED, SWAPPED),
        (Unsettled("git"), Unsettled("git")),
    ],
)
def test_a_server_is_concerned_by_the_sources_that_it_uses(outcome: Reloaded, theirs: Reloaded):
    assert within(outcome, {"tea", "coffee"}, "a") == theirs
