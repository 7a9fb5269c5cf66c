"""Processes that are killed, and processes that share a database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.store import Tally, open_store
from bot.store.engine import connect_to
from bot.store.tables import votes

HERE = Path(__file__).parent


class Voters:
    """Processes that all begin when the last of them is ready."""

    def __init__(self, url: str, *ranges: tuple[int, int]) -> None:
        self.processes = [_start(url, *people) for people in ranges]

    def __enter__(self) -> list[subprocess.Popen[str]]:
        for process in self.processes:
            assert process.stdout.readline() == "ready\n"
        for process in self.processes:
            process.stdin.write("\n")
            process.stdin.flush()
        return self.processes

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.communicate()


def _start(url: str, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(HERE / "voter.py"), url, str(first), str(last)],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


async def voters_in(url: str) -> set[int]:
    async with open_store(url):
        engine = connect_to(url)
        async with engine.connect() as connection:
            people = set((await connection.execute(votes.select())).scalars())
        await engine.dispose()
    return people


async def test_no_acknowledged_vote_is_lost_when_the_process_is_killed(url: str):
    """kill -9 in the middle of a burst: what was acknowledged is there after a restart."""
    with Voters(url, (1, 100_000)) as (voter,):
        acknowledged = {int(voter.stdout.readline()) for _ in range(100)}
        voter.kill()
        acknowledged |= {int(line) for line in voter.stdout if line.endswith("\n")}

    assert acknowledged <= await voters_in(url)


async def test_processes_that_share_a_database_from_its_first_moment_count_right(url: str):
    """All three find it empty, and each votes for some of the same people as the next."""
    with Voters(url, (1, 100), (51, 150), (101, 200)) as voters:
        pass

    assert [voter.returncode for voter in voters] == [0, 0, 0]
    async with open_store(url) as store:
        assert await store.votes.tally("keepers") == Tally(helpful=200, unhelpful=0)
