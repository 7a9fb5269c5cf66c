"""What the process takes of its machine: one thread for numpy, no memory that it does not need."""

from __future__ import annotations

import ctypes
import gc
import sys

from threadpoolctl import threadpool_limits


def use_one_thread() -> None:
    """Keep numpy's matrix products on one thread, from now on.

    Ours are small: more threads wait for one another instead of computing, on a busy machine
    twenty times longer, and the order of their sums would depend on their number.
    """
    threadpool_limits(limits=1, user_api="blas")


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
