"""Whatever the bot sends, it asks Discord to ping nobody.

The ``simcord_env`` of all scenarios holds every request against that; here it is shown to notice.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from pings import NOBODY, leaving_pings_open
from simcord import Env
from simcord.types import HttpLogEntry

EVERYBODY = {"parse": ["everyone", "users", "roles"]}
CARD = {"components": [{"type": 10, "content": "@everyone"}], "flags": 1 << 15}

POSTED = ("POST", "/channels/1/messages")
CHANGED = ("PATCH", "/channels/1/messages/2")
FOLLOWED_UP = ("POST", "/webhooks/1/token")
SHOWN_AT_LAST = ("PATCH", "/webhooks/1/token/messages/@original")
RESPONDED = ("POST", "/interactions/1/token/callback")


@pytest.mark.parametrize("way", [POSTED, CHANGED, FOLLOWED_UP, SHOWN_AT_LAST])
@pytest.mark.parametrize("said", [{}, {"allowed_mentions": EVERYBODY}])
def test_a_message_that_may_ping_is_noticed(way, said):
    assert leaving_pings_open([_request(way, CARD | said)])
    assert not leaving_pings_open([_request(way, CARD | {"allowed_mentions": NOBODY})])


@pytest.mark.parametrize("kind", [4, 7])
@pytest.mark.parametrize("said", [{}, {"allowed_mentions": EVERYBODY}])
def test_a_response_that_may_ping_is_noticed(kind, said):
    quiet = CARD | {"allowed_mentions": NOBODY}

    assert leaving_pings_open([_request(RESPONDED, {"type": kind, "data": CARD | said})])
    assert not leaving_pings_open([_request(RESPONDED, {"type": kind, "data": quiet})])


@pytest.mark.parametrize("kind", [5, 6, 8, 9])
def test_what_is_no_message_pings_nobody(kind):
    """A promise to answer later, choices while somebody types, and a form."""
    assert not leaving_pings_open([_request(RESPONDED, {"type": kind, "data": CARD})])


async def test_what_the_bot_says_in_a_channel_is_seen(simcord_env: Env, alice, channel, me):
    """Else the check would hold nothing against anything."""
    await alice.send(channel, f"{me} @everyone who wrote the article?")

    (posted,) = [each for each in simcord_env.http_requests if each.path.endswith("/messages")]
    loud = replace(posted, json={**posted.json, "allowed_mentions": EVERYBODY})

    assert leaving_pings_open([posted, loud]) == [loud]


def _request(way: tuple[str, str], body: dict) -> HttpLogEntry:
    method, path = way
    return HttpLogEntry(method, path, {}, body, None)
