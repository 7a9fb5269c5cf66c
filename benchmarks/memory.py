"""Resident memory of this process, as Linux tells it; nan on other systems."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB resident *now* and at the highest so far (*peak*) in this process."""

    now: float
    peak: float


def resident() -> Memory:
    """Read it. `resource.getrusage` would not do: a child starts with its parent's peak."""
    if not STATUS.exists():
        return Memory(math.nan, math.nan)
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return Memory(_mib(lines["VmRSS"]), _mib(lines["VmHWM"]))


def _mib(field: str) -> float:
    return int(field.removesuffix("kB")) / 1024
