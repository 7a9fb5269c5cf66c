"""How long each kind of record is kept: what the nightly purge goes by, and `/privacy` says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RETENTION_DAYS: Mapping[str, int] = MappingProxyType(
    {"votes": 365, "reports": 180, "questions": 180, "sendings": 2, "cards": 30}
)
"""Days by table. A server's settings are kept until they are reset."""
