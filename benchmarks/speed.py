"""What a question costs at growing sizes, each contender in a fresh process of its own.

The processes stay and are asked in turns, a few questions at a time, so that a noisy moment of
the machine falls on all of them alike.
"""

from __future__ import annotations

import gc
import multiprocessing
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import Phrasings, enlarge, read_clinc, sample
from benchmarks.encoders import Drawn, Timed, installed
from benchmarks.matchers import CONTENDERS, Contender, Matcher
from benchmarks.memory import resident
from benchmarks.typos import mistyped

ENCODED_UP_TO = 15_000
TURN_S = 1.0
LEAST_A_TURN = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """How much: entries and phrasings an entry of each size, turns, questions a turn."""

    sizes: Sequence[tuple[int, int]] = ((150, 10), (150, 100), (1000, 100))
    turns: int = 12
    questions: int = 40


QUICK = Plan(sizes=((150, 10),), turns=3, questions=20)


@dataclass(frozen=True, slots=True)
class Built:
    """What it took to make a contender ready: seconds, *encoding_s* of them in the encoder (0 if
    vectors were drawn at random), and MiB of memory added, for good and at the highest."""

    build_s: float
    encoding_s: float
    added_mib: float
    peak_mib: float


@dataclass(slots=True)
class Timing:
    """One contender at one size, with the latency of each question in ms."""

    name: str
    phrasings: int
    built: Built
    plain_ms: list[float] = field(default_factory=list)
    typo_ms: list[float] = field(default_factory=list)


def phrasings_of(path: Path, entries: int, count: int) -> Phrasings:
    """Return a base of that size from the CLINC file at *path*."""
    clinc = read_clinc(path)
    if entries > len(clinc.phrasings):
        return enlarge(clinc.phrasings, entries)
    return sample(clinc.phrasings, count, seed=1)


def measure(path: Path, names: Sequence[str], plan: Plan) -> Iterable[list[Timing]]:
    """Yield the timings of the contenders *names*, a list for each size."""
    questions = read_clinc(path).questions
    step = len(questions) // (plan.turns * plan.questions)
    plain = [each.text for each in questions[::step]]
    typos = [each.text for each in mistyped(questions[::step])]
    for entries, count in plan.sizes:
        with ExitStack() as stack:
            running = []
            for name in names:
                pipe = stack.enter_context(_process(path, name, entries, count))
                running.append((pipe, Timing(name, entries * count, pipe.recv())))
            for first in range(0, plan.turns * plan.questions, plan.questions):
                for pipe, timing in running:
                    timing.plain_ms += _turn(pipe, plain[first : first + plan.questions])
                    timing.typo_ms += _turn(pipe, typos[first : first + plan.questions])
            yield [timing for _, timing in running]


def _turn(pipe: Connection, texts: Sequence[str]) -> list[float]:
    pipe.send(texts)
    latencies: list[float] = pipe.recv()
    return latencies


@contextmanager
def _process(path: Path, name: str, entries: int, count: int) -> Iterator[Connection]:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_work, args=(theirs, path, name, entries, count))
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


def _work(pipe: Connection, path: Path, name: str, entries: int, count: int) -> None:
    """Build one contender, tell what that took, then answer turns until the pipe is closed."""
    phrasings = phrasings_of(path, entries, count)
    contender = next(each for each in CONTENDERS if each.name == name)
    matcher, built = _build(contender, phrasings)
    pipe.send(built)
    try:
        while True:
            pipe.send(latencies_ms(matcher, pipe.recv()))
    except EOFError:
        return


def _build(contender: Contender, phrasings: Phrasings) -> tuple[Matcher, Built]:
    """Build *contender*, its encoder included in the memory but not in the time."""
    gc.collect()
    before = resident()
    with TemporaryDirectory() as cache:
        encoder = _encoder(Path(cache), phrasings) if contender.meaning else None
        start = time.perf_counter()
        matcher = contender.make(phrasings, encoder)
        build_s = time.perf_counter() - start
    gc.collect()
    after = resident()
    encoding_s = encoder.learning_s if encoder else 0.0
    return matcher, Built(build_s, encoding_s, after.now - before.now, after.peak - before.now)


def _encoder(cache: Path, phrasings: Phrasings) -> Timed:
    encoder = installed(cache)
    assert encoder is not None, "asked for only where there is one"
    count = sum(map(len, phrasings.values()))
    return Timed(encoder if count <= ENCODED_UP_TO else Drawn(encoder))


def latencies_ms(matcher: Matcher, texts: Sequence[str]) -> list[float]:
    """Ask *texts* one by one until ``TURN_S`` is over, at least ``LEAST_A_TURN``."""
    taken: list[float] = []
    for text in texts:
        if len(taken) >= LEAST_A_TURN and sum(taken) > 1000 * TURN_S:
            break
        start = time.perf_counter()
        matcher.ask(text)
        taken.append(1000 * (time.perf_counter() - start))
    return taken
