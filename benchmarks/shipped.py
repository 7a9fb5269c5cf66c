"""The base in this checkout as an operator meets it: time to start, to answer, and memory."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.encoders import installed
from benchmarks.memory import resident
from bot.core.decide import decide
from bot.core.guards import ways_to_ask
from bot.core.index import Index
from bot.knowledge.load import load
from bot.knowledge.questions import read_questions
from bot.meaning.apart import learn_apart
from bot.meaning.lessons import Lessons
from bot.process import give_back

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure: how often the golden questions are asked, and how many starts.

    What the first start learns is there for the second.
    """

    rounds: int = 5
    starts: Sequence[str] = ("first start", "second start")


QUICK = Plan(rounds=1, starts=("first start",))


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the bot, in a fresh process: seconds, ms a question, MiB resident in all."""

    how: str
    phrasings: int
    load_s: float
    encoder_s: float
    index_s: float
    latencies_ms: list[float]
    resident_mib: float
    peak_mib: float


def measure(plan: Plan, *, meaning: bool) -> Iterable[Start]:
    """Yield the starts of *plan* by words alone and, with *meaning*, with an encoder too."""
    ways = ("words alone", "with meaning") if meaning else ("words alone",)
    for way in ways:
        with TemporaryDirectory() as cache:
            for start in plan.starts:
                encodes = way != ways[0]
                yield _start(f"{way}, {start}", Path(cache), plan.rounds, encodes=encodes)


def _start(how: str, cache: Path, rounds: int, *, encodes: bool) -> Start:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_work, args=(theirs, how, cache, rounds, encodes))
    process.start()
    theirs.close()
    found: Start = ours.recv()
    process.join()
    return found


def _work(pipe: Connection, how: str, cache: Path, rounds: int, encodes: bool) -> None:
    """Start as ``python -m bot run`` does, short of logging in, and ask the golden questions."""
    import bot.client  # noqa: F401  # all of discord.py, as when serving

    clock = [time.perf_counter()]
    base = load(KNOWLEDGE)
    clock.append(time.perf_counter())
    encoder = installed(cache) if encodes else None
    clock.append(time.perf_counter())
    index = Index(base, encoder, Lessons(cache, learn_apart))
    give_back()
    clock.append(time.perf_counter())
    load_s, encoder_s, index_s = (after - before for before, after in pairwise(clock))
    latencies_ms = [_latency_ms(index, question) for question in golden() * rounds]
    memory = resident()
    pipe.send(
        Start(
            how,
            sum(len(ways_to_ask(target)) for target in index.targets),
            load_s,
            encoder_s,
            index_s,
            latencies_ms,
            memory.now,
            memory.peak,
        )
    )


def golden() -> list[str]:
    """Return the golden questions of the base in this checkout."""
    paths = sorted(KNOWLEDGE.rglob("questions.yaml"))
    return [question.text for path in paths for question in read_questions(path)]


def _latency_ms(index: Index, question: str) -> float:
    start = time.perf_counter()
    decide(index, question)
    return 1000 * (time.perf_counter() - start)
