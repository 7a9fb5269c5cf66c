"""``python -m benchmarks``: every figure of docs/matching.md, from one run."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
CLINC = ROOT.parent / "shared" / "bench" / "clinc150.json"
PICTURE = ROOT / "docs" / "latency.png"
PARTS = ("accuracy", "speed", "base", "discord")


def main() -> None:
    """Measure what the arguments name; what a person can mend ends in one sentence."""
    arguments = _arguments()
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    logging.basicConfig(format="%(message)s")
    from benchmarks.data import DataError  # numpy reads the variables when it is imported

    try:
        _measure(arguments)
    except DataError as error:
        sys.exit(str(error))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a rough look in about a minute")
    parser.add_argument("--only", choices=PARTS, help="measure this alone")
    parser.add_argument("--data", type=Path, default=CLINC, help="CLINC150's data_full.json")
    parser.add_argument("--plot", action="store_true", help=f"draw {PICTURE.name} too")
    return parser.parse_args()


def _measure(arguments: argparse.Namespace) -> None:
    from benchmarks import accuracy, discord_load, report, shipped, speed
    from benchmarks.data import read_clinc
    from benchmarks.encoders import installed
    from benchmarks.matchers import available

    quick = arguments.quick
    parts = (arguments.only,) if arguments.only else PARTS
    if {"accuracy", "speed"} & set(parts):
        clinc = read_clinc(arguments.data)
    with TemporaryDirectory() as cache:
        encoder = installed(Path(cache))
        if "accuracy" in parts:
            questions = accuracy.QUICK if quick else accuracy.Plan()
            for part in report.accuracies(accuracy.measure(clinc, encoder, questions)):
                print(part, end="\n\n", flush=True)
        if "speed" in parts:
            names = [each.name for each in available(encoder)]
            turns = speed.QUICK if quick else speed.Plan()
            timings = []
            for size in speed.measure(arguments.data, names, turns):
                print(report.speeds(size), report.ratios(size), sep="\n\n", end="\n\n", flush=True)
                timings += size
            if arguments.plot:
                report.plot(timings, PICTURE)
        if "base" in parts:
            plan = shipped.QUICK if quick else shipped.Plan()
            starts = shipped.measure(plan, meaning=encoder is not None)
            print(report.starts(list(starts)), end="\n\n", flush=True)
        if "discord" in parts:
            burden = discord_load.QUICK if quick else discord_load.Plan()
            print(report.loads(discord_load.measure(burden, meaning=encoder is not None)))


if __name__ == "__main__":
    main()
