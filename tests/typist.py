"""A person at a real terminal: what a command shows there, and what is typed back."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_S = 120


def _take_terminal() -> None:
    """Make standard input the terminal whose Ctrl-C reaches the command."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Typist:
    """Runs ``footnote`` with *arguments* in a pseudo-terminal, until the end of the ``with``."""

    def __init__(self, *arguments: str) -> None:
        self._screen, inner = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "88"},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(inner)
        self._shown = b""

    def sees(self, text: str) -> str:
        """Wait until *text* is shown; return all that has been since it was last waited for."""
        end = time.monotonic() + PATIENCE_S
        while text.encode() not in self._shown:
            left_s = end - time.monotonic()
            assert self._reads(left_s), f"{text!r} is not shown, but: {self._shown.decode()}"
        before, found, self._shown = self._shown.partition(text.encode())
        return (before + found).decode()

    def interrupts(self, *, until: str) -> None:
        """Press Ctrl-C, again if nothing happens: one just before a prompt waits may be lost."""
        for _ in range(PATIENCE_S):
            if until.encode() in self._shown:
                return
            self.types("", key="\x03")
            self._reads(1)
        self.sees(until)

    def _reads(self, patience_s: float) -> bool:
        """Read what is shown next; tell whether there was anything."""
        if not select.select([self._screen], [], [], max(patience_s, 0))[0]:
            return False
        try:
            self._shown += os.read(self._screen, 65536)
        except OSError:
            raise AssertionError(f"it ended with: {self._shown.decode()}") from None
        return True

    def types(self, line: str, *, key: str = "\n") -> None:
        """Type *line* and press a *key*: Enter, unless another is named."""
        os.write(self._screen, (line + key).encode())

    def ends(self) -> int:
        """Wait until the command has ended; return its status."""
        return self._process.wait(PATIENCE_S)

    def __enter__(self) -> Typist:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._screen)
