"""How a command ends: with which status, and in one sentence why it could not do its work."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bot.errors import FootnoteError
from bot.process import drop_output


def status_of(command: Callable[[], None]) -> int:
    """Run *command* and return its status; what a person can mend is said without a traceback."""
    status = _status(command)
    try:
        sys.stdout.flush()
    except OSError as error:
        drop_output()
        return _say(_refused(error))
    return status


def _status(command: Callable[[], None]) -> int:
    try:
        command()
    except FootnoteError as error:
        return _say(str(error))
    except OSError as error:
        return _say(_refused(error))
    except KeyboardInterrupt:
        return 130
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _refused(error: OSError) -> str:
    """Name what the system refused; standard output alone has no name."""
    place = error.filename2 or error.filename or "Standard output"
    return f"{place} cannot be read or written ({error.strerror}): check its place and rights."
