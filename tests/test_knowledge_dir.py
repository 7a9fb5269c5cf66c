"""Which knowledge folder is meant, and what is done where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands.loading import knowledge_to_ask
from bot.errors import NoKnowledgeError
from bot.knowledge_dir import knowledge_in, shipped_knowledge

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "knowledge"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder without settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KNOWLEDGE_DIR", raising=False)
    return lambda *arguments, **given: CliRunner().invoke(app, list(arguments), **given)


def begin(folder: Path) -> Path:
    (folder / "lamps").mkdir(parents=True)
    (folder / "lamps" / "source.yaml").touch()
    return folder


def test_in_a_checkout_its_knowledge_is_meant_and_is_footnotes_own():
    assert knowledge_in(ROOT) == SHIPPED == shipped_knowledge()


def test_a_base_that_was_drafted_here_is_the_one_that_is_meant(tmp_path: Path):
    assert knowledge_in(begin(tmp_path / "knowledge").parent) == tmp_path / "knowledge"


def test_who_stands_inside_the_knowledge_folder_means_it(tmp_path: Path):
    assert knowledge_in(begin(tmp_path / "knowledge")) == tmp_path / "knowledge"


def test_another_projects_folder_is_not_taken_for_ours(tmp_path: Path):
    """Any folder may hold one called knowledge: without a source it is none of ours."""
    (tmp_path / "knowledge" / "physics").mkdir(parents=True)

    with pytest.raises(NoKnowledgeError):
        knowledge_in(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "lint --words",
        "diff HEAD",
        "new",
        "import faq.csv",
        "export faq.csv",
        "eval questions.yaml",
        "draft article.md --id lamps --update",
    ],
)
def test_what_judges_or_changes_a_base_never_takes_footnotes_own(run: Run, line: str):
    """Nobody wants to hear that theirs has no problem when it was not even found."""
    Path("faq.csv").write_text("Question,Answer\nWho?,I.\n", "utf-8")
    Path("article.md").write_text("# Two lamps\n\nEllery has two.\n", "utf-8")
    Path("questions.yaml").write_text("- {id: g1, text: Who?, reach: decline}\n", "utf-8")

    assert isinstance(run(*line.split()).exception, NoKnowledgeError)


def test_who_only_asks_is_answered_by_footnotes_own_and_told_so(
    run: Run, capsys: pytest.CaptureFixture[str]
):
    assert knowledge_to_ask(None) == SHIPPED
    assert capsys.readouterr().err == (
        f"No knowledge folder here: using Footnote's own, {SHIPPED}\n"
    )


def test_a_base_here_is_asked_without_a_word(run: Run, capsys: pytest.CaptureFixture[str]):
    begin(Path("knowledge"))

    assert knowledge_to_ask(None) == Path("knowledge")
    assert capsys.readouterr().err == ""


def test_the_schemas_are_written_beside_the_sources(run: Run, tmp_path: Path):
    """Where the files look for them: in the folder that is set, else the one here."""
    begin(tmp_path / "mine")

    assert run("schema", env={"KNOWLEDGE_DIR": "mine"}).exit_code == 0
    assert (tmp_path / "mine" / "schema" / "entries.json").is_file()
    assert not (tmp_path / "knowledge").exists()


def test_without_a_base_the_schemas_begin_one(run: Run, tmp_path: Path):
    assert run("schema").exit_code == 0
    assert (tmp_path / "knowledge" / "schema" / "entries.json").is_file()
