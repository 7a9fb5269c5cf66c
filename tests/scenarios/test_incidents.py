"""An error of ours: the person gets a calm line with a reference, the log the traceback."""

from __future__ import annotations

import logging
import re

import pytest
from cards import replies, text
from simcord import Env

from bot.client import Client
from bot.core.index import Index

QUESTION = "who wrote the article"


class Broken(Index):
    """An index with a fault that no test foresaw."""

    def find(self, reading, *, limit):
        raise RuntimeError("a fault in the index")


@pytest.fixture
def simcord_bot(base, store):
    return Client(Broken(base), store)


def _reference(said: str, caplog: pytest.LogCaptureFixture) -> str:
    found = re.search(r"quote ([0-9a-f]{8})", said)
    assert found, said
    (entry,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert entry.getMessage() == f"Incident {found[1]}"
    assert entry.exc_info is not None
    assert QUESTION not in caplog.text
    return found[1]


@pytest.mark.simcord(check_errors=False)
async def test_a_failing_command_says_so_privately(alice, channel, caplog):
    card = await alice.slash(channel, "ask", question=QUESTION)

    assert card.ephemeral
    assert _reference(text(card), caplog)


async def test_a_failing_mention_is_told_in_a_reply(alice, channel, me, caplog):
    await alice.send(channel, f"{me} {QUESTION}")

    (answer,) = replies(channel)
    assert _reference(text(answer), caplog)


async def test_a_failing_button_says_so_privately(simcord_env: Env, alice, channel, caplog):
    """discord.py only logs what a dynamic item raises; the person would see nothing."""
    card = await alice.slash(channel, "ask", question="keepers")
    simcord_env.inject_error("POST", "/interactions/*/callback", status=500)

    answer = await alice.click(card.response, label="More")

    assert answer.ephemeral
    assert _reference(text(answer), caplog)


@pytest.mark.simcord(check_errors=False)
async def test_an_interaction_that_discord_forgot_is_not_answered_again(
    simcord_env: Env, alice, channel, caplog
):
    """Too late (404, code 10062): a second try would only count towards a ban."""
    simcord_env.inject_error(
        "POST", "/interactions/*/callback", status=404, code=10062, times=None
    )

    await alice.slash(channel, "ask", question="keepers")

    tries = [entry for entry in simcord_env.http_requests if entry.path.endswith("/callback")]
    assert len(tries) == 1
    assert "Incident" not in caplog.text


@pytest.mark.simcord(check_errors=False)
async def test_an_error_in_an_event_is_logged_under_a_reference(
    simcord_env: Env, alice, channel, caplog
):
    async def on_message_delete(message):
        raise RuntimeError("a fault in a listener")

    simcord_env.bot.add_listener(on_message_delete)

    await alice.delete(await alice.send(channel, "never mind"))

    assert [record.getMessage()[:9] for record in caplog.records] == ["Incident "]
