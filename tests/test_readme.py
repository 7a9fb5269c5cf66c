"""What the documents say can be done, can be done."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import discord
import pytest
import typer.main

import bot
from bot.cli import app
from bot.core.server import ServerSettings
from bot.knowledge import document, schema
from bot.settings import Settings
from bot.store import open_store

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    "README.md",
    "CHANGELOG.md",
    *(f"docs/{each.name}" for each in ROOT.glob("docs/*.md")),
]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")

INVITED_WITH = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
)

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"(?:^|&& )(footnote [^#\n]+)", re.MULTILINE)
INLINE = re.compile(r"`footnote (\w+)((?: --[\w-]+)*)`")


def blocks(text: str, language: str) -> list[str]:
    return [block for name, block in FENCE.findall(text) if name == language]


LINES = list(dict.fromkeys(line for block in blocks(README, "sh") for line in LINE.findall(block)))
QUICK = [line for line in LINES if re.fullmatch(r"footnote (check|schema)", line)]
COMMANDS = typer.main.get_command(app).commands


@pytest.mark.parametrize("line", LINES)
def test_a_shown_command_line_is_understood(line: str):
    """An unknown option, a missing argument and one too many are refused."""
    _, name, *arguments = shlex.split(line)

    assert COMMANDS[name].make_context(name, arguments).params is not None


def test_every_command_is_shown():
    assert {shlex.split(line)[1] for line in LINES} == set(COMMANDS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_command_in_running_text_has_the_options_that_are_named(name: str):
    for command, options in INLINE.findall((ROOT / name).read_text("utf-8")):
        known = {option for param in COMMANDS[command].params for option in param.opts}
        assert set(options.split()) <= known | {"--help"}, command


@pytest.mark.parametrize("line", QUICK)
def test_a_quick_command_does_what_the_readme_says(line: str, tmp_path: Path):
    """Those that answer take seconds to load; .ci/run asks the installed wheel."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    done = subprocess.run(
        [sys.executable, "-m", "bot", *shlex.split(line)[1:]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_named_file_is_there(name: str):
    text = (ROOT / name).read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)\)", text)
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|\.env\.example)`", text)

    places = [(ROOT / name).parent / link for link in links] + [ROOT / path for path in paths]

    assert [str(place) for place in places if not place.exists()] == []


def test_the_two_commands_of_a_newcomer_are_those_that_ci_runs():
    tests = 'pip install ".[test]" && pytest'

    assert f"```sh\n{tests}\n```" in README
    assert '```sh\npip install ".[demo]" && footnote demo\n```' in README
    assert tests in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_invite_link_asks_for_the_permissions_that_are_named():
    (number,) = re.findall(r"permissions=(\d+)", README)

    assert int(number) == INVITED_WITH.value
    assert "scope=bot+applications.commands" in README


def test_the_table_of_settings_names_every_setting():
    rows = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)

    assert rows == [name.upper() for name in Settings.model_fields]


@pytest.mark.parametrize(
    ("kind", "block"), list(zip(["entries", "questions"], blocks(README, "yaml"), strict=True))
)
def test_what_is_shown_of_a_file_is_valid(kind: str, block: str):
    read = document.parse(block, "README.md")

    assert read.problems == []
    assert schema.FILES[kind].validate_python(read.value)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="sqlite3 is not installed here")
async def test_a_backup_is_whole_while_the_bot_runs(tmp_path: Path):
    """A copy of the file would be a database without tables."""
    file = tmp_path / ".local" / "share" / "footnote" / "footnote.sqlite3"
    (line,) = [block for block in blocks(README, "sh") if block.startswith("sqlite3 ")]
    async with open_store(f"sqlite:///{file}") as store:
        await store.settings.save(1, ServerSettings(person_cooldown_s=7))
        home = {**os.environ, "HOME": str(tmp_path)}
        done = await asyncio.create_subprocess_shell(line, cwd=tmp_path, env=home)
        assert await done.wait() == 0

    async with open_store(f"sqlite:///{tmp_path / 'backup.sqlite3'}") as store:
        assert (await store.settings.of(1)).person_cooldown_s == 7


MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "bot").rglob("*.py")
    if path.name != "__init__.py"
)


@pytest.mark.parametrize("module", MODULES)
def test_the_architecture_has_a_line_for_each_module(module: str):
    """A folder whose modules are all of one kind may have one line for them all."""
    folder = module.rpartition("/")[0]

    assert f"| `{module}` |" in ARCHITECTURE or f"| `{folder}/` |" in ARCHITECTURE


FUNCTIONS = re.findall(r"`(bot/[\w/]+\.py)`, `([\w.]+)`", ARCHITECTURE)


@pytest.mark.parametrize(("module", "name"), FUNCTIONS)
def test_a_function_that_is_walked_through_is_there(module: str, name: str):
    last = name.split(".")[-1]

    assert re.search(rf"^ *(?:async )?(?:def|class) {last}\b", (ROOT / module).read_text(), re.M)


def test_the_changelog_speaks_of_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert f"\n## [{bot.__version__}] - " in changelog
