"""Learning in a process of its own.

What learning takes is given back whole when that process ends: memory that one process frees, it
mostly keeps. And the event loop of a bot that learns a changed base beside its answers shares no
interpreter lock with it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection

from bot.core.learned import Arrays
from bot.core.part import Material, teach
from bot.process import use_one_thread

WORTHWHILE = 2_000
"""Fewer phrasings are learned sooner than a process starts."""

_log = logging.getLogger(__name__)


def learn_apart(material: Material) -> Arrays:
    """Return what `teach` makes of *material*, by a process that ends with it.

    Where that process is killed, or cannot be started, it is learned here.
    """
    if len(material.phrasings) < WORTHWHILE:
        return teach(material)
    try:
        return _by_another_process(material)
    except (EOFError, OSError):
        _log.warning("The process that was to learn from the base ended early: learning here")
        return teach(material)


def _by_another_process(material: Material) -> Arrays:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(theirs, material), daemon=True)
    process.start()
    theirs.close()
    try:
        learned: Arrays = ours.recv()
    finally:
        process.kill()  # it has ended its work, or whoever waited for it wants to end
        process.join()
        ours.close()
    return learned


def _work(answer: Connection, material: Material) -> None:
    """Learn, unless whoever waits for it ends: Ctrl-C at a terminal reaches this process too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    use_one_thread()
    answer.send(dict(teach(material)))


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
