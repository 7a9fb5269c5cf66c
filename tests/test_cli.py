"""The ``footnote`` command: what it prints and with which status it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from typer.testing import CliRunner, Result

import bot
from bot.cli import app
from bot.core.decide import DEFAULT
from bot.errors import ExtraError
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
SMALL_BASE = ROOT / "tests" / "base"

GRANITE = "what is the north tower built of"
ANSWERED = "who wrote the article"
SUGGESTED = "how many keepers are there in the towers"
DECLINED = "how much did the second lighthouse cost"

QUESTIONS = """\
- id: g1
  text: Who wrote the article?
  reach: [author]
- id: g2
  text: How much did the second lighthouse cost?
  reach: decline
  style: neartopic
"""
CONFUSED = """\
- id: g3
  text: "what   is the north\\ntower built of?"
  reach: [keepers]
"""


@pytest.fixture(autouse=True)
def in_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: str) -> None:
    """No ``.env``, no checkout around, the small base, and a wide terminal."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(SMALL_BASE))
    monkeypatch.setenv("CACHE_DIR", cache)


def footnote(*arguments: str) -> Result:
    """Run a subcommand on the small base, in this process."""
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("question", "status", "shown"),
    [
        (ANSWERED, 0, "Mara Quill"),
        (SUGGESTED, 3, "Did you mean"),
        (DECLINED, 4, "The article gives no price"),
        ("hello", 4, "Ask me about the lighthouses"),
        ("?!", 4, "I found no answer"),
        ("", 4, "I found no answer"),
    ],
)
def test_the_status_tells_what_was_decided(question: str, status: int, shown: str):
    done = footnote("ask", question)

    assert done.exit_code == status
    assert shown in done.stdout


def test_an_answer_is_shown_with_its_footnote():
    shown = footnote("ask", ANSWERED).stdout

    assert "Background from the article" in shown
    assert "Harbour Gazette · 14 March 2026 · Title and byline" in shown


def test_json_prints_the_record_alone():
    done = footnote("ask", ANSWERED, "--json")

    record = json.loads(done.stdout)
    assert done.exit_code == 0
    assert list(record) == [
        *("id", "decision", "entry", "cites", "urls", "choices", "confidence", "answer"),
        "latency_ms",
    ]
    assert (record["decision"], record["entry"], record["cites"]) == ("answer", "author", ["meta"])


@pytest.mark.parametrize(("question", "status"), [(SUGGESTED, 3), (DECLINED, 4)])
def test_json_ends_with_the_same_status(question: str, status: int):
    assert footnote("ask", question, "--json").exit_code == status


def test_why_shows_the_threshold_and_the_nearest_phrasing():
    shown = footnote("ask", "who is teh auhtor", "--why").stdout

    assert f"needs {DEFAULT.answer:.2f}" in shown
    assert re.search(r"nearest phrasing +who is the author", shown)
    assert re.search(r"read as +who is \w+ author", shown)


def test_why_shows_whole_addresses_where_a_terminal_knows_no_links(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("COLUMNS", "40")
    first, second = json.loads(footnote("ask", GRANITE, "--json").stdout)["urls"]

    assert min(len(first), len(second)) > 40
    assert footnote("ask", GRANITE, "--why").stdout.endswith(f"\n1  {first}\n2  {second}\n")
    assert first not in footnote("ask", GRANITE).stdout


def test_why_shows_what_a_guard_objects_to():
    assert "The question asks for a number" in footnote("ask", SUGGESTED, "--why").stdout


def test_a_named_knowledge_folder_comes_before_the_set_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KNOWLEDGE_DIR", "nowhere")

    done = CliRunner().invoke(app, ["ask", ANSWERED, "--knowledge", str(SMALL_BASE)])

    assert done.exit_code == 0


def test_eval_prints_the_figures_and_writes_a_record_a_question(tmp_path: Path):
    Path("questions.yaml").write_text(QUESTIONS, encoding="utf-8")

    done = footnote("eval", "questions.yaml", "--jsonl", "records.jsonl")

    assert done.exit_code == 0
    assert re.search(r"answer accuracy +100\.0 % \(1/1\)", done.stdout)
    assert re.search(r"false-answer rate +0\.0 % \(0/1\)", done.stdout)
    assert re.search(r"neartopic +en +0\.0 % \(0/1\)", done.stdout)
    lines = (tmp_path / "records.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["g1", "g2"]


@pytest.mark.parametrize("option", ["--jsonl", "--plot"])
@pytest.mark.parametrize("place", ["nowhere/out", "."])
def test_eval_refuses_at_once_what_it_could_not_write_at_the_end(option: str, place: str):
    done = footnote("eval", "not-even-read.yaml", option, place)

    assert done.exit_code == 2
    assert "must be a file in a folder" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_eval_has_printed_its_figures_when_the_disk_is_full():
    Path("questions.yaml").write_text(QUESTIONS, encoding="utf-8")

    done = footnote("eval", "questions.yaml", "--jsonl", "/dev/full")

    assert isinstance(done.exception, OSError)
    assert "answer accuracy" in done.stdout


def test_eval_lists_what_went_wrong_and_how_far_confidence_holds():
    Path("questions.yaml").write_text(QUESTIONS + CONFUSED, encoding="utf-8")

    shown = footnote("eval", "questions.yaml").stdout

    assert re.search(r"of them near-topic +0\.0 % \(0/1\)", shown)
    assert "  what   is the north tower" not in shown
    assert re.search(r"0\.\d\d  what is the north tower built of\?", shown)
    assert "reached north-granite (p2, p1); should have: keepers" in shown
    assert re.search(r"expected calibration error 0\.\d{3}:", shown)
    assert "what others do" not in shown


def test_eval_lists_as_many_confusions_as_are_wanted():
    Path("questions.yaml").write_text(QUESTIONS + CONFUSED, encoding="utf-8")

    assert "Confusions" not in footnote("eval", "questions.yaml", "--confusions", "0").stdout
    assert footnote("eval", "questions.yaml", "--confusions", "-1").exit_code == 2


def test_eval_compares_with_what_others_do():
    Path("questions.yaml").write_text(QUESTIONS, encoding="utf-8")

    named = ("--baseline", "bm25", "--baseline", "fts5")
    shown = footnote("eval", "questions.yaml", *named).stdout

    lines = re.findall(r"^(\w+) +100\.0 % \(1/1\) +0\.0 % \(0/1\) +[\d.]+ ms", shown, re.M)
    assert lines == ["footnote", "bm25", "fts5"]
    assert footnote("eval", "questions.yaml", "--baseline", "magic").exit_code == 2


def test_eval_draws_a_picture():
    Path("questions.yaml").write_text(QUESTIONS, encoding="utf-8")

    done = footnote("eval", "questions.yaml", "--plot", "tradeoff.png", "--baseline", "bm25")

    assert done.exit_code == 0
    assert Path("tradeoff.png").read_bytes().startswith(b"\x89PNG")


def test_without_matplotlib_a_picture_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    done = footnote("eval", "nowhere.yaml", "--plot", "tradeoff.png")

    assert isinstance(done.exception, ExtraError)
    assert str(done.exception) == '--plot needs matplotlib: pip install ".[plot]"'


@pytest.mark.parametrize("columns", ["80", "40"])
def test_eval_breaks_no_figure_in_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch, columns: str):
    """A share that is broken over two lines, or cut, cannot be read in a table."""
    monkeypatch.setenv("COLUMNS", columns)
    question = f'text: "{ANSWERED}", reach: [author], style: false_premise'
    lines = [f"- {{id: q{number}, {question}}}" for number in range(100)]
    Path("questions.yaml").write_text("\n".join(lines), encoding="utf-8")

    assert footnote("eval", "questions.yaml").stdout.count("100.0 % (100/100)") == 5


def test_check_tells_a_sound_base_by_one_line():
    done = footnote("check", str(SMALL_BASE))

    assert done.exit_code == 0
    assert done.stdout == (
        "0 problems: 1 source, 6 answers, 1 not covered, 27 phrasings, 0 golden questions\n"
    )


def test_check_ends_with_one_and_each_problem_by_file_and_line(tmp_path: Path):
    shutil.copytree(SMALL_BASE, tmp_path / "base")
    entries = tmp_path / "base" / "entries" / "lamps.yaml"
    text = entries.read_text("utf-8")
    entries.write_text(
        text.replace("kind: forecast", "kind: guess").replace("[5]", "[99]", 1), "utf-8"
    )

    done = footnote("check", "base")

    assert done.exit_code == 1
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "kind: forecast" in each)
    assert f"base/entries/lamps.yaml:{line}: " in done.stdout
    assert re.search(r"^\d+ problems?: ", done.stdout.splitlines()[-1])


def test_check_puts_problems_last_where_they_are_seen_and_counts_every_language(tmp_path: Path):
    shutil.copytree(SMALL_BASE, tmp_path / "base")
    entries = tmp_path / "base" / "entries" / "lamps.yaml"
    stub = "- {id: a-stub, question: What for?, kind: stub, cites: [1]}\n"
    heard = "- {id: broken, question: What else?, phrasings: [], kind: reported, cites: [1]}\n"
    text = entries.read_text("utf-8").rstrip()
    entries.write_text(f"{text}\n  de: {{phrasings: [das, dies]}}\n{stub}{heard}", "utf-8")

    waits, problem, other, summary = footnote("check", "base").stdout.splitlines()

    assert waits.startswith("base/entries/lamps.yaml: 1 stub waits for an answer, line ")
    assert ": the key 'answer' is missing: add it" in problem + other
    assert summary.startswith("2 problems: 1 source, 6 answers, 1 not covered, 29 phrasings, ")


ARTICLE = """\
# Two lamps over Ellery

[p1] Ellery lit its second lighthouse. It stands in the bay.

[p2] The north tower (1887) is of red granite.
"""


def test_check_lists_the_answers_that_the_text_supports_least():
    Path("article.md").write_text(ARTICLE, encoding="utf-8")

    shown = footnote("check", "--article", "article.md", "--support", "2").stdout

    listed = re.findall(r"^ +(\d+) %  ([\w-]+)  \S+/lamps\.yaml:\d+$", shown, re.M)
    assert [name for _, name in listed] == ["author", "keepers"]
    assert re.search(r"^ +mara, quill, wrote, harbour, gazette$", shown, re.M)


def test_support_cannot_be_weighed_without_the_text():
    assert footnote("check", "--support", "2").exit_code == 2


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--strict"], 1)])
def test_lint_lets_warnings_pass_unless_it_is_strict(options: list[str], status: int):
    done = footnote("lint", "--words", *options)

    assert done.exit_code == status
    assert "warning: 4 phrasings: write 8 at least" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("0 errors, ")


def test_lint_ends_with_one_where_there_is_an_error(tmp_path: Path):
    shutil.copytree(SMALL_BASE, tmp_path / "base")
    entries = tmp_path / "base" / "entries" / "lamps.yaml"
    text = entries.read_text("utf-8")
    entries.write_text(
        text.replace("- name of the journalist", "- is a fog horn planned"), "utf-8"
    )

    done = footnote("lint", "--format", "json", "--words", "base")

    errors = [each for each in json.loads(done.stdout) if each["severity"] == "error"]
    assert done.exit_code == 1
    assert [(each["rule"], each["file"]) for each in errors] == [
        ("clash", "base/entries/lamps.yaml")
    ]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [(["lint"], "footnote lint"), (["check", "--article", "a.md", "--support", "1"], "--support")],
)
def test_without_the_extra_of_curators_it_is_named(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], what: str
):
    monkeypatch.setitem(sys.modules, "snowballstemmer", None)

    done = footnote(*arguments)

    assert isinstance(done.exception, ExtraError)
    assert str(done.exception) == f'{what} needs the extra curate: pip install ".[curate]"'


def test_schema_writes_a_file_for_each_kind(tmp_path: Path):
    done = footnote("schema", "--out", "schema")

    names = {"source", "entries", "questions", "glossary", "smalltalk"}
    assert done.exit_code == 0
    assert {path.stem for path in (tmp_path / "schema").iterdir()} == names
    assert len(done.stdout.splitlines()) == len(names)


def test_without_a_command_the_help_lists_them_all():
    shown = footnote("--help").stdout

    for command in ("run", "demo", "ask", "eval", "check", "schema"):
        assert re.search(rf"\b{command}\b", shown)


def test_the_version_is_told():
    assert footnote("--version").stdout == f"footnote {bot.__version__}\n"


def process(
    *arguments: str, stdout: IO[str] | int = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bot`` as a process, where status and standard error count."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "variables", "said"),
    [
        (["run"], {}, "DISCORD_TOKEN is not set: put the bot's token into .env."),
        (["run"], {"LOG_LEVEL": "LOUD"}, "LOG_LEVEL: give DEBUG, INFO, "),
        (["ask", "who"], {"KNOWLEDGE_DIR": "nowhere"}, "The knowledge base has 1 problem:\n"),
        (["eval", "nowhere.yaml"], {}, "nowhere.yaml:1: the file cannot be read"),
        (["schema", "--out", "file"], {}, "file cannot be read or written (File exists): check "),
        (["schema", "--out", "file/in"], {}, "file/in cannot be read or written (Not a directo"),
    ],
)
def test_what_an_operator_can_mend_is_said_without_a_traceback(
    arguments: list[str], variables: dict[str, str], said: str
):
    Path("file").touch()

    done = process(*arguments, **variables)

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["check"], ["lint", "--words", "--format", "json"]])
def test_what_cannot_be_printed_is_said_so(arguments: list[str]):
    """To a full disk, say: as much as fits is held back until the very end."""
    with Path("/dev/full").open("w") as full:
        done = process(*arguments, stdout=full)

    assert done.returncode == 1
    assert done.stderr == (
        "Standard output cannot be read or written (No space left on device): "
        "check its place and rights.\n"
    )


def test_discord_and_the_database_are_loaded_by_those_commands_alone_that_use_them():
    """A curator would wait for them at every start, as long again as for all the rest."""
    loaded = "import sys, bot.cli; print({'discord', 'sqlalchemy'} & sys.modules.keys())"

    done = subprocess.run(
        [sys.executable, "-c", loaded],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "set()\n"


def test_a_shell_sees_the_status_and_utf_8_whatever_the_terminal_is_set_to():
    """A pipe on Windows has a code page that lacks most letters."""
    done = process("ask", SUGGESTED, PYTHONIOENCODING="ascii")

    assert done.returncode == 3
    assert "│ Did you mean" in done.stdout
    assert done.stderr == ""
