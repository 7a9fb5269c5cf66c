"""Where on the demo's server to look."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """The page shows one of these: simcord presents a single channel at a time."""

    ASK = "ask-the-article"
    TRIAL = "on-trial"
    CURATORS = "curators"
    DIRECT = "direct"
