"""Whether the store works, said in the log once when it stops and once when it is back."""

from __future__ import annotations

import logging
from enum import Enum

_log = logging.getLogger(__name__)


class Work(Enum):
    """What was tried."""

    READ = "read"
    WRITE = "write"


class Outage:
    """What fails at the moment. A full disk can still be read, so reading ends no failed write."""

    def __init__(self) -> None:
        self._failing: frozenset[Work] = frozenset()

    def failed(self, work: Work, reason: str) -> None:
        """Note that *work* failed; *reason* holds nothing of what was to be stored."""
        if not self._failing:
            _log.warning("The store is away (%s); members still get answers", reason)
        self._failing |= {work}

    def worked(self, work: Work) -> None:
        """Note that *work* was done; who can write can read."""
        before = self._failing
        self._failing -= {work, Work.READ}
        if before and not self._failing:
            _log.warning("The store is back")
