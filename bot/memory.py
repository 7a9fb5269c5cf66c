"""Memory that learning needed and answering does not, given back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Return freed memory to the system, where the C library can (glibc's ``malloc_trim``).

    Learning from the shipped base and loading the encoder leave about 100 MiB of it, which a bot
    that runs for months would hold for nothing.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
