"""Whatever the bot sends, it asks Discord to ping nobody."""

from __future__ import annotations

from cards import buttons, replies
from simcord import Env

NOBODY = {"parse": []}
"""Without ``replied_user`` Discord does not ping the author of the message replied to either."""


async def test_nothing_that_the_bot_sends_pings_anybody(simcord_env: Env, alice, bob, channel, me):
    """By mention, command, press, and press on a suggestion: responses, follow-ups and edits."""
    await alice.send(channel, f"{me} how many foghorns will there be?")
    (suggestion,) = replies(channel)
    await bob.click(suggestion, label=buttons(suggestion)[0])
    await alice.click(suggestion, label=buttons(suggestion)[0])
    await alice.slash(channel, "ask", question="@everyone who wrote the article?")

    sent = [_message(entry.json) for entry in simcord_env.http_requests]
    cards = [message for message in sent if message.get("components")]
    assert len(cards) == 4
    assert [card["allowed_mentions"] for card in cards] == [NOBODY] * 4


def _message(body):
    body = body if isinstance(body, dict) else {}
    return body.get("data") or body
