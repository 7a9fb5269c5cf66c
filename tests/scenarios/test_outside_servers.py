"""What is sent where there are no curators is read by who runs the bot, as its sender is told."""

from __future__ import annotations

import discord
import pytest
from cards import buttons, options, replies, seen, text, told
from simcord import Env, UserHandle

from bot.store import Store

OFFER = "Send this question to the curators?"
WORDS = "recommend gluten-free bakeries"
NOT_HERE = "Only who runs this bot can do this here."


@pytest.fixture
def olga(simcord_env: Env) -> UserHandle:
    """Who runs the bot; she need not be in any of its servers."""
    user = simcord_env.create_user("olga")
    simcord_env.bot.owner_id = user.id
    return user


@pytest.fixture
def carol(simcord_env: Env) -> UserHandle:
    return simcord_env.create_user("carol")


async def ask_and_send(carol: UserHandle):
    """Ask in a direct message and send what found no answer; return form, card and last answer."""
    card = await carol.slash("ask", question=WORDS)
    form = await carol.click(card.response, label=OFFER)
    return form, card, await carol.submit_modal(form, {"words": WORDS})


async def test_who_sends_a_question_from_a_direct_message_is_told_who_reads_it(carol):
    form, card, done = await ask_and_send(carol)

    assert form.modal["title"] == "Send to who runs this bot"
    label = form.modal["components"][0]
    assert label["description"] == "Who runs this bot sees these words, but not your name."
    assert text(done.followups[0]).startswith("Sent to who runs this bot, thank you.")
    assert "Sent to who runs this bot" in buttons(card)


async def test_who_reports_an_answer_there_is_told_so_too(carol):
    card = await carol.slash("ask", question="keepers")

    form = await carol.click(card.response, label="Not right")
    done = await carol.submit_modal(form, {"complaint": "false", "text": "Nobody did."})

    assert form.modal["components"][-1]["description"] == "Who runs this bot reads this."
    assert "passed on to who runs this bot" in told(done)


async def test_who_runs_the_bot_deals_with_it_in_a_direct_message(store: Store, olga, carol):
    await ask_and_send(carol)

    panel = seen(await olga.slash("inbox"))
    ((custom_id, value),) = options(panel).values()
    await olga.select(panel, [value], custom_id=custom_id)
    assert WORDS in text(panel)
    assert "carol" not in text(panel)
    await olga.click(panel, label="Mark as answered")

    assert text(panel).startswith("olga has marked this question as answered.")
    assert await store.questions.open(1) == ()


async def test_what_is_sent_where_the_bot_was_brought_along_is_for_who_runs_it(
    olga, leave, alice, channel
):
    """The server's curators, if it has any, could not look into the inbox."""
    await leave()
    card = await alice.slash(channel, "ask", question=WORDS)
    form = await alice.click(card.response, label=OFFER)
    done = await alice.submit_modal(form, {"words": WORDS})

    assert text(done.followups[0]).startswith("Sent to who runs this bot")
    assert list(options(seen(await olga.slash("inbox")))) == [WORDS]


async def test_nobody_else_reads_it(simcord_env: Env, olga, carol, leave, guild, channel):
    """Not in a direct message, and not as a moderator of a server that the bot is not in."""
    may = guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    moderator = guild.add_member(simcord_env.create_user("mo"), roles=[may])
    await ask_and_send(carol)
    await leave()

    for answer in (await carol.slash("inbox"), await moderator.slash(channel, "inbox")):
        assert answer.ephemeral
        assert text(answer) == NOT_HERE


async def test_the_curators_of_a_server_do_not_see_it(carol, curator, desk, channel):
    await ask_and_send(carol)

    answer = await curator.slash(channel, "inbox")

    assert replies(desk) == []
    assert text(seen(answer)) == "Everything has been dealt with."


async def test_who_runs_the_bot_is_no_curator_of_a_server(olga, guild, channel):
    """What members send there is for those whom they know."""
    member = guild.add_member(olga)

    answer = await member.slash(channel, "inbox")

    assert text(answer) == "Only curators, and who may manage messages, can do this."
