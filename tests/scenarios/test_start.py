"""Starting and stopping on a Discord that is really another process, or is not there."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import discord
import pytest
import yarl
from fake_discord import TOKEN, FakeDiscord

from bot.client import Client
from bot.errors import StartError
from bot.start import serve

ROOT = Path(__file__).parents[2]

RUN = """
import sys, discord, yarl
discord.http.Route.BASE = f"http://127.0.0.1:{sys.argv[1]}/api/v10"
gateway = yarl.URL(f"ws://127.0.0.1:{sys.argv[1]}/gateway")
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
sys.argv[1:] = ["run"]
from bot.cli import main
main()
"""


@pytest.fixture
def point_at(monkeypatch):
    """Make discord.py talk to a port of this machine."""

    def point(port: int) -> None:
        monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{port}/api/v10")
        gateway = yarl.URL(f"ws://127.0.0.1:{port}/gateway")
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)

    return point


async def test_a_refused_token_is_said_so(index, store, point_at):
    async with FakeDiscord().listening() as fake:
        point_at(fake.port)
        with pytest.raises(StartError, match=r"refused the token.*DISCORD_TOKEN"):
            await serve(Client(index, store), "a-bad-token")


async def test_without_a_network_it_is_said_so(index, store, point_at, unused_tcp_port):
    point_at(unused_tcp_port)
    with pytest.raises(StartError, match="could not be reached"):
        await serve(Client(index, store), TOKEN)


@pytest.mark.parametrize(("code", "said"), [(4014, "refused the intents"), (4013, "code 4013")])
async def test_refused_intents_are_said_so(index, store, point_at, code, said):
    async with FakeDiscord(close_code=code).listening() as fake:
        point_at(fake.port)
        with pytest.raises(StartError, match=said):
            await serve(Client(index, store), TOKEN)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_closes_the_bot_cleanly(number):
    """The gateway is told, the exit status is 0; the log holds no traceback and no token.

    At LOG_LEVEL=DEBUG too: discord.py would log whole messages there, so it is left at INFO.
    """
    async with FakeDiscord().listening() as fake:
        process = await _run(fake.port, TOKEN, LOG_LEVEL="DEBUG")
        await asyncio.wait_for(fake.ready.wait(), 20)
        process.send_signal(number)
        _, log = await asyncio.wait_for(process.communicate(), 20)
        await asyncio.wait_for(fake.left.wait(), 5)

    assert process.returncode == 0
    assert b"Traceback" not in log
    assert TOKEN.encode() not in log
    assert b"DEBUG   discord" not in log


async def test_a_base_that_is_saved_while_the_bot_runs_is_followed(tmp_path):
    base = shutil.copytree(ROOT / "tests" / "base", tmp_path / "base")
    entries = base / "entries" / "lamps.yaml"
    async with FakeDiscord().listening() as fake:
        process = await _run(fake.port, TOKEN, KNOWLEDGE_DIR=str(base), DATA_DIR=str(tmp_path))
        await asyncio.wait_for(fake.ready.wait(), 20)
        entries.write_text(entries.read_text("utf-8").replace("Mara Quill", "Tom Reed"), "utf-8")
        async with asyncio.timeout(20):
            while b"answers from now on" not in await process.stderr.readline():
                assert process.returncode is None
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 0


async def test_a_refused_token_ends_the_command_with_one_sentence():
    async with FakeDiscord().listening() as fake:
        process = await _run(fake.port, "a.revoked.token")
        _, log = await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 1
    assert log.decode().splitlines()[-1].startswith("Discord refused the token")
    assert b"Traceback" not in log
    assert b"a.revoked.token" not in log


async def test_no_token_ends_the_command_with_one_sentence():
    process = await _run(0, "")
    _, log = await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 1
    assert log.decode().strip() == "DISCORD_TOKEN is not set: put the bot's token into .env."


async def test_a_bad_base_ends_the_command_with_its_problems(tmp_path):
    process = await _run(0, TOKEN, KNOWLEDGE_DIR=str(tmp_path / "nowhere"))
    _, log = await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 1
    assert "The knowledge base has 1 problem:" in log.decode().splitlines()
    assert b"Traceback" not in log


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "DATA_DIR"])
async def test_what_is_told_in_a_moment_is_told_before_the_base_is_read(tmp_path, name: str):
    """A large base takes minutes to learn from, and this one ends the command at once."""
    (tmp_path / "file").touch()
    wrong = {name: str(tmp_path / "file"), "KNOWLEDGE_DIR": str(tmp_path / "nowhere")}

    process = await _run(0, TOKEN, **wrong)
    _, log = await asyncio.wait_for(process.communicate(), 20)

    assert process.returncode == 1
    assert name in log.decode()
    assert b"knowledge base" not in log


async def test_the_log_says_what_is_read_and_whether_it_is_learned_anew(tmp_path):
    async with FakeDiscord().listening() as fake:
        logs = []
        for _ in range(2):
            process = await _run(fake.port, TOKEN, CACHE_DIR=str(tmp_path), DATA_DIR=str(tmp_path))
            await asyncio.wait_for(fake.ready.wait(), 20)
            fake.ready.clear()
            process.send_signal(signal.SIGTERM)
            _, log = await asyncio.wait_for(process.communicate(), 20)
            logs.append(log.decode())

    first, second = logs
    assert f"Reading {ROOT / 'tests' / 'base'}\n" in first
    assert re.search(r"Learning from \d+ phrasings", first)
    assert "Learning" not in second
    assert f"Using what was learned before, in {tmp_path}" in second


async def _run(port: int, token: str, **more: str) -> asyncio.subprocess.Process:
    settings = {"DISCORD_TOKEN": token, "KNOWLEDGE_DIR": str(ROOT / "tests" / "base")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", RUN, str(port)),
        env={**os.environ, **settings, **more, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
