"""Curators deal with what members report and send: on its card, or from the list of all."""

from __future__ import annotations

from datetime import timedelta

import discord
import pytest
from cards import buttons, links, options, replies, seen, text, told
from simcord import Env

from bot.client import Client
from bot.core.index import Index
from bot.store import Report, SentQuestion, Store

NOT_OPEN = "This is no longer open: it was dealt with, taken back or too old."
INBOX = "All that is open"
KEEPERS = "Does anybody live in the lighthouses?"


@pytest.fixture
async def reported(alice, bob, channel, desk) -> discord.Message:
    """The curators' card of what Bob reported."""
    card = await alice.slash(channel, "ask", question="keepers")
    form = await bob.click(card.response, label="Not right")
    await bob.submit_modal(form, {"complaint": "false", "text": "Nobody did."})
    return replies(desk)[-1]


@pytest.fixture
async def asked(simcord_env: Env, alice, channel, desk) -> discord.Message:
    """The curators' card of a question that Alice sent, some time later."""
    await simcord_env.advance_time(60)
    card = await alice.slash(channel, "ask", question="any gluten-free bakeries?")
    form = await alice.click(card.response, label="Send this question to the curators?")
    await alice.submit_modal(form, {"words": "any gluten-free bakeries?"})
    return replies(desk)[-1]


@pytest.fixture
def lee(simcord_env: Env, guild, desk):
    """A second curator."""
    return guild.add_member(simcord_env.create_user("lee"), roles=[guild.roles["Curators"]])


@pytest.fixture
def moderator(simcord_env: Env, guild):
    """Mo, who may manage messages everywhere and is no curator by role."""
    may = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return guild.add_member(simcord_env.create_user("mo"), roles=[may])


async def is_empty(store: Store) -> bool:
    return not (await store.reports.open(1) or await store.questions.open(1))


def lines(message) -> list[str]:
    return text(message).splitlines()


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Mark as corrected", f"kim has marked the answer to “{KEEPERS}” as corrected."),
        ("Close", f"kim has closed a report on “{KEEPERS}”."),
    ],
)
async def test_a_curator_deals_with_a_report(
    simcord_env: Env, make_bot, store: Store, curator, reported, desk, label, left
):
    """After a restart too. The member's words are gone; who did it and when is told."""
    await simcord_env.restart_bot(make_bot())

    await curator.click(reported, label=label)

    (shown,) = replies(desk)
    assert lines(shown)[0] == left
    assert lines(shown)[1].startswith("-# <t:")
    assert len(lines(shown)) == 2
    assert buttons(shown) == []
    assert await is_empty(store)


@pytest.mark.parametrize(
    ("label", "left"),
    [("Mark as answered", "marked this question as answered"), ("Close", "closed this question")],
)
async def test_a_curator_deals_with_a_question(
    simcord_env: Env, make_bot, store: Store, curator, asked, desk, label, left
):
    await simcord_env.restart_bot(make_bot())

    await curator.click(asked, label=label)

    (shown,) = replies(desk)
    assert lines(shown)[0] == f"kim has {left}."
    assert buttons(shown) == []
    assert await is_empty(store)


async def test_of_two_curators_who_press_at_once_one_is_named_and_the_other_told(
    at_once, curator, lee, reported, asked, desk
):
    """Both saw the card open; it is not renamed by who comes second."""
    for card in (reported, asked):
        async with at_once():
            first = await curator.click(card, label="Close")
            second = await lee.click(card, label="Close")

        assert first.followups == []
        assert told(second) == NOT_OPEN
    for shown in replies(desk):
        assert text(shown).startswith("kim has closed")


async def test_what_was_taken_back_leaves_no_words_on_its_card(
    store: Store, alice, asked, curator, desk
):
    await store.people.delete(alice.id)

    await curator.click(asked, label="Mark as answered")

    (shown,) = replies(desk)
    assert text(shown) == NOT_OPEN
    assert buttons(shown) == []


@pytest.mark.parametrize("label", ["Mark as corrected", "Close", INBOX])
async def test_who_is_no_curator_can_do_nothing(store: Store, bob, reported, label):
    answer = await bob.click(reported, label=label)

    assert answer.ephemeral
    assert text(answer) == "Only curators, and who may manage messages, can do this."
    assert not await is_empty(store)


async def test_who_may_manage_messages_in_one_channel_only_is_no_curator(guild, store: Store, bob):
    """The list is of the whole server."""
    there = discord.PermissionOverwrite(manage_messages=True)
    channel = guild.create_text_channel("bobs-own", overwrites={bob: there})

    answer = await bob.slash(channel, "inbox")

    assert "Only curators" in text(answer)


@pytest.mark.parametrize("right", ["manage_messages", "manage_guild"])
async def test_who_may_manage_messages_or_the_server_needs_no_role(
    simcord_env: Env, guild, store: Store, reported, right
):
    role = guild.create_role("Staff", permissions=discord.Permissions(**{right: True}))
    staff = guild.add_member(simcord_env.create_user("sal"), roles=[role])

    await staff.click(reported, label="Close")

    assert await is_empty(store)


async def test_a_report_on_an_entry_that_is_gone_can_be_closed(
    simcord_env: Env, thinned: Index, store: Store, alice, channel, curator, desk
):
    card = await alice.slash(channel, "ask", question="foghorn")
    form = await alice.click(card.response, label="Not right")
    await alice.submit_modal(form, {"complaint": "false", "text": ""})
    await simcord_env.restart_bot(Client(thinned, store))

    await curator.click(replies(desk)[-1], label="Mark as corrected")

    assert "marked the answer to “foghorn” as corrected" in text(replies(desk)[-1])


async def test_the_list_names_all_that_is_open_oldest_first_with_links_to_the_cards(
    curator, alice, reported, asked, desk, channel
):
    """Whoever scrolled past a card finds it again."""
    listed = await curator.click(asked, label=INBOX)

    panel = seen(listed)
    assert panel.ephemeral
    assert lines(panel)[0] == "### Still open: 2"
    keepers, bakeries = links(panel).items()
    assert keepers[0] == KEEPERS
    assert keepers[1] == reported.jump_url
    assert bakeries == ("any gluten-free bakeries?", asked.jump_url)
    assert lines(panel)[1].endswith(":R>")
    assert "It says something that is not true" in lines(panel)[1]


async def test_from_the_list_a_curator_deals_with_one_after_the_other(
    store: Store, curator, reported, asked, desk
):
    """The card in the channel says so too."""
    listed = await curator.click(reported, label=INBOX)
    panel = seen(listed)
    custom_id, value = options(panel)[KEEPERS]
    await curator.select(panel, [value], custom_id=custom_id)
    panel = seen(listed)
    assert "Nobody did." in text(panel)

    await curator.click(panel, label="Mark as corrected")
    panel = seen(listed)
    assert lines(panel)[0].startswith("kim has marked")
    assert lines(replies(desk)[0])[0].startswith("kim has marked")

    await curator.click(panel, label=INBOX)
    panel = seen(listed)
    assert lines(panel)[0] == "### Still open: 1"


async def test_what_came_before_there_was_a_channel_can_be_dealt_with(
    guild, store: Store, moderator, channel
):
    """The command works in any channel."""
    at = discord.utils.utcnow()
    await store.reports.add(Report(1, guild.id, "keepers", "other", "", "typo", "v", at))

    listed = await moderator.slash(channel, "inbox")
    ((custom_id, value),) = options(seen(listed)).values()
    assert links(seen(listed)) == {}
    await moderator.select(seen(listed), [value], custom_id=custom_id)
    await moderator.click(seen(listed), label="Close")

    assert await is_empty(store)


async def test_a_long_list_is_turned_over(guild, store: Store, moderator, channel):
    at = discord.utils.utcnow()
    for number in range(1, 24):
        words = f"question {number}"
        await store.questions.add(
            SentQuestion(number, guild.id, words, "en", "", "v", at + timedelta(seconds=number))
        )
    listed = await moderator.slash(channel, "inbox")
    assert list(options(seen(listed)))[::9] == ["question 1", "question 10"]

    for label in ("Next", "Next", "Previous", "Next"):
        await moderator.click(seen(listed), label=label)

    assert list(options(seen(listed))) == ["question 21", "question 22", "question 23"]


async def test_another_server_sees_nothing_of_it(store: Store, moderator, channel, guild):
    at = discord.utils.utcnow()
    await store.questions.add(SentQuestion(1, guild.id + 1, "secret", "en", "", "v", at))

    listed = await moderator.slash(channel, "inbox")

    assert text(seen(listed)) == "Everything has been dealt with."


async def test_what_was_closed_while_the_list_stood_open_is_not_opened(
    curator, lee, reported, desk
):
    listed = await curator.click(reported, label=INBOX)
    ((custom_id, value),) = options(seen(listed)).values()
    await lee.click(reported, label="Close")

    answer = await curator.select(seen(listed), [value], custom_id=custom_id)

    assert told(answer) == NOT_OPEN


async def test_a_curator_by_role_alone_has_the_command(curator, reported, channel):
    """Discord can be told to show it to who may manage messages, but not to a role."""
    listed = await curator.slash(channel, "inbox")

    assert lines(seen(listed))[0] == "### Still open: 1"


async def test_who_else_finds_the_command_is_told_for_whom_it_is(alice, reported, channel):
    answer = await alice.slash(channel, "inbox")

    assert answer.ephemeral
    assert text(answer) == "Only curators, and who may manage messages, can do this."
