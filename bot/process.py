"""What the process takes of its machine, and how it ends."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from threadpoolctl import threadpool_limits


def use_one_thread() -> None:
    """Keep numpy's matrix products on one thread, from now on.

    Ours are small: more threads wait for one another instead of computing, on a busy machine
    twenty times longer, and the order of their sums would depend on their number.
    """
    threadpool_limits(limits=1, user_api="blas")


def give_back() -> None:
    """Return what is no longer needed to the system, and count on the rest to stay.

    Learning from the shipped base and loading the encoder leave about 100 MiB of freed memory,
    which a bot that runs for months would hold for nothing.
    """
    gc.collect()
    gc.freeze()
    trim()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the event loop run while the block computes in another thread.

    The garbage collector stops every thread while it looks through all objects, for a tenth of a
    second with a base in memory. So it pauses, and what is there afterwards it never looks at:
    learning leaves next to no garbage, and an index goes without a collector once it is unused.
    Threads take turns at a fifth of Python's usual time.
    """
    turn_s = sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(turn_s / 5)
    try:
        yield
    finally:
        sys.setswitchinterval(turn_s)
        gc.freeze()
        gc.enable()


def trim() -> None:
    """Return freed memory to the system, where the C library can (glibc's ``malloc_trim``)."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def drop_output() -> None:
    """Let what standard output could not take go nowhere: at its end Python would try again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def leave(status: int) -> NoReturn:
    """End the process with *status*, at once where a daemon thread is still at work.

    Python would wait for what such a thread has others do, and before 3.14 end it by unwinding
    its stack, at which the C++ of onnxruntime aborts the process.
    """
    if not any(thread.daemon for thread in threading.enumerate()):
        sys.exit(status)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
