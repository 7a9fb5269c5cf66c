"""Members see, save and delete what is stored about them: ``/privacy``."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cards import buttons, replies, text
from simcord import Env

from bot.core.privacy import KINDS
from bot.store import RETENTION_DAYS, CardMessage, Report, SentQuestion, Store, Vote

NOW = datetime(2026, 9, 1, tzinfo=UTC)
WORDS = "when is the lamp repainted?"
UNKNOWN = "recommend gluten-free bakeries"
OFFER = "Send this question to the curators?"
READING = "Your question, as I read it"
NOT_OPEN = "This is no longer open: it was dealt with, taken back or too old."


@pytest.fixture
async def traces(store: Store, alice, bob, guild):
    """What alice left behind, of each kind, and a vote of bob's."""
    for user_id in (alice.id, bob.id):
        await store.votes.cast(Vote(user_id, "keepers", guild.id, True, "v", NOW))
    await store.votes.cast(Vote(alice.id, "foghorn", guild.id, False, "v", NOW))
    await store.reports.add(
        Report(alice.id, guild.id, "foghorn", "false", "", "it is not", "v", NOW)
    )
    await store.questions.add(SentQuestion(alice.id, guild.id, WORDS, "en", "", "v", NOW))
    await store.remember(CardMessage(7, 8, guild.id, alice.id, 9, ("keepers",), NOW))


async def test_members_see_what_is_stored_about_them_and_for_how_long(alice, bob, channel, traces):
    shown = await alice.slash(channel, "privacy")

    assert shown.ephemeral
    assert text(shown).splitlines() == [
        "### What is stored about you",
        "- Your votes on answers: 2, kept for 365 days",
        "- Your reports that an answer is not right: 1, kept for 180 days",
        "- Questions that you sent to the curators: 1, kept for 180 days",
        "- Days you wrote to the curators (to limit abuse): 1, kept for 2 days",
        "- Answers linked to you: 1, kept for 30 days",
        "-# What you sent is deleted once the curators have dealt with it.",
        "-# Never kept: the words of any other question, your messages, your name.",
    ]
    assert channel.history(viewer=bob) == []


async def test_where_nothing_is_stored_there_is_nothing_to_press(alice, channel):
    shown = await alice.slash(channel, "privacy")

    assert "Your votes on answers: 0" in text(shown)
    assert buttons(shown) == []


@pytest.mark.breaks_contract
async def test_the_file_holds_everything_in_full_and_nothing_of_anybody_else(
    alice, bob, channel, traces
):
    """discord.py numbers files by integers: Discord takes them, though it describes texts."""
    shown = await alice.slash(channel, "privacy")

    sent = await alice.click(shown.response, label="Save as a file")

    assert sent.ephemeral
    assert sent.response.content == "Here is everything that is stored about you."
    saved = await _file(sent)
    assert saved["user_id"] == str(alice.id)
    assert {kind: len(rows) for kind, rows in saved["stored"].items()} == {
        "votes": 2,
        "reports": 1,
        "questions": 1,
        "sendings": 1,
        "cards": 1,
    }
    assert saved["stored"]["questions"][0]["text"] == WORDS
    assert str(bob.id) not in json.dumps(saved)


async def test_deleting_is_asked_once_more_and_leaves_nothing_behind(
    store: Store, alice, bob, channel, traces
):
    shown = await alice.slash(channel, "privacy")

    await alice.click(shown.response, label="Delete")
    assert text(shown).startswith("### Delete everything that is stored about you?")
    await alice.click(shown.response, label="Delete everything")

    assert text(shown).startswith("### Deleted\n- Your votes on answers: 2\n")
    assert not any((await store.people.export(alice.id)).values())
    assert any((await store.people.export(bob.id)).values())


async def test_what_is_deleted_leaves_the_curators_channel_too(alice, channel, desk):
    """The member is told, and a curator sees why the card says no more."""
    card = await alice.slash(channel, "ask", question="keepers")
    form = await alice.click(card.response, label="Not right")
    await alice.submit_modal(form, {"complaint": "false", "text": "I live there."})
    assert "I live there." in text(replies(desk)[-1])
    shown = await alice.slash(channel, "privacy")

    await alice.click(shown.response, label="Delete")
    await alice.click(shown.response, label="Delete everything")

    (left,) = replies(desk)
    assert text(left) == NOT_OPEN
    assert buttons(left) == []
    assert "The curators' channel shows your words no longer" in text(shown)


async def test_what_no_curator_was_shown_need_not_be_taken_back(alice, channel, traces):
    shown = await alice.slash(channel, "privacy")

    await alice.click(shown.response, label="Delete")
    await alice.click(shown.response, label="Delete everything")

    assert "curators' channel" not in text(shown)


async def test_after_a_deletion_no_question_is_left_in_memory(alice, bob, channel, me):
    """Neither the reading of one, behind Why?, nor the words of one that could be sent."""
    answered = await alice.slash(channel, "ask", question="who wrote the artikle?")
    nothing = await alice.slash(channel, "ask", question=UNKNOWN, private=True)
    of_bob = await bob.slash(channel, "ask", question=UNKNOWN, private=True)
    assert READING in text(await alice.click(answered.response, label="Why?"))

    await _delete_everything(alice, channel)

    assert READING not in text(await alice.click(answered.response, label="Why?"))
    form = await alice.click(nothing.response, label=OFFER)
    assert form.modal["components"][0]["component"].get("value", "") == ""
    form = await bob.click(of_bob.response, label=OFFER)
    assert form.modal["components"][0]["component"]["value"] == UNKNOWN


async def test_what_a_deletion_cannot_take_away_is_said_before(alice, channel, me):
    """A posted card knows its asker, so that they, and no other member, can dismiss it."""
    await alice.send(channel, f"{me} who wrote the article?")
    shown = await alice.slash(channel, "privacy")
    await alice.click(shown.response, label="Delete")
    assert "Answers that were posted stay: their buttons still know" in text(shown)
    await alice.click(shown.response, label="Delete everything")
    (card,) = replies(channel)

    await alice.click(card, label="Dismiss")

    assert replies(channel) == []


async def test_who_changes_their_mind_keeps_everything(store: Store, alice, channel, traces):
    shown = await alice.slash(channel, "privacy")
    await alice.click(shown.response, label="Delete")

    await alice.click(shown.response, label="Keep it")

    assert text(shown).startswith("### What is stored about you")
    assert all((await store.people.export(alice.id)).values())


async def test_deleting_works_after_a_restart(
    simcord_env: Env, make_bot, store: Store, alice, channel, traces
):
    shown = await alice.slash(channel, "privacy")
    await alice.click(shown.response, label="Delete")
    await simcord_env.restart_bot(make_bot())

    await alice.click(shown.response, label="Delete everything")

    assert not any((await store.people.export(alice.id)).values())


async def test_it_works_in_a_direct_message(simcord_env: Env):
    carol = simcord_env.create_user("carol")

    shown = await carol.slash("privacy")

    assert shown.ephemeral
    assert "What is stored about you" in text(shown)


async def test_while_the_store_is_away_a_member_is_told_to_try_later(
    tmp_path: Path, alice, channel, traces
):
    """Nothing was deleted then, and what asks whether to delete stays."""
    shown = await alice.slash(channel, "privacy")
    await alice.click(shown.response, label="Delete")
    with closing(sqlite3.connect(tmp_path / "footnote.sqlite3")) as database:
        database.execute("ALTER TABLE votes RENAME TO lost")

    told = await alice.click(shown.response, label="Delete everything")

    assert "try again a little later" in text(told.followups[0])
    assert text(shown).startswith("### Delete everything")


def test_each_kind_of_record_has_a_name_for_members():
    assert set(KINDS) == set(RETENTION_DAYS)


async def _delete_everything(member, channel) -> None:
    shown = await member.slash(channel, "privacy")
    await member.click(shown.response, label="Delete")
    await member.click(shown.response, label="Delete everything")


async def _file(sent) -> dict:
    (followup,) = sent.followups or [sent.response]
    (attachment,) = followup.attachments
    return json.loads(await attachment.read())
