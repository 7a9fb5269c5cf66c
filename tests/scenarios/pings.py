"""Whom a request of the bot would have Discord ping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from simcord.types import HttpLogEntry

NOBODY = {"parse": []}
"""Without ``replied_user`` Discord does not ping the author of the message replied to either."""

MESSAGE_CALLBACKS = (4, 7)
"""An interaction is answered by a message, or by a change of the message that was pressed."""

MESSAGES = re.compile(r"/(channels/\d+/messages|webhooks/\d+/[^/]+)(/messages/[^/]+|/\d+)?")


def leaving_pings_open(requests: Iterable[HttpLogEntry]) -> list[HttpLogEntry]:
    """Return the requests that post or change a message without saying that it pings nobody."""
    return [
        request
        for request in requests
        if _is_message(request) and _message(request).get("allowed_mentions") != NOBODY
    ]


def _is_message(request: HttpLogEntry) -> bool:
    if request.path.startswith("/interactions/"):
        return request.json["type"] in MESSAGE_CALLBACKS
    return request.method in ("POST", "PATCH") and bool(MESSAGES.fullmatch(request.path))


def _message(request: HttpLogEntry) -> dict[str, Any]:
    body = request.json or {}
    return body["data"] if request.path.startswith("/interactions/") else body
