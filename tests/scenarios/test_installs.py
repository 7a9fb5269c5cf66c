"""The bot in servers, in direct messages, and brought along by a person where it is no member."""

from __future__ import annotations

from typing import Any

import discord
from cards import buttons, text
from simcord import Env, InteractionResult, UserHandle
from simcord.actors import _dispatch_actor_interaction
from simcord.backend import serializers

SERVER, DIRECT, AMONG_OTHERS = 0, 1, 2
MENU = "Answer from the article"
QUESTION = "when was the second lighthouse lit?"


async def test_commands_can_be_used_wherever_discord_allows(simcord_env: Env):
    registered = {each["name"]: each for each in simcord_env.backend.commands[None].values()}

    for name in ("ask", MENU):
        assert set(registered[name]["contexts"]) == {SERVER, DIRECT, AMONG_OTHERS}
        assert set(registered[name]["integration_types"]) == {0, 1}


async def test_the_inbox_can_be_used_in_servers_and_in_direct_messages(simcord_env: Env):
    registered = {each["name"]: each for each in simcord_env.backend.commands[None].values()}

    assert set(registered["inbox"]["contexts"]) == {SERVER, DIRECT}
    assert set(registered["inbox"]["integration_types"]) == {0, 1}


async def test_a_question_is_answered_where_the_bot_is_no_member(leave, alice, channel):
    await leave()

    card = await alice.slash(channel, "ask", question=QUESTION)

    assert not card.ephemeral
    assert "1 March 2026" in text(card)


async def test_where_it_is_no_member_the_press_itself_is_answered_for_all(
    simcord_env: Env, leave, guild, alice, bob
):
    """It cannot write there by itself; of the five follow-ups that Discord allows it takes one."""
    allow = discord.PermissionOverwrite(use_external_apps=True)
    channel = guild.create_text_channel("open", overwrites={alice: allow})
    message = await bob.send(channel, QUESTION)
    await leave()
    card = await alice.context_menu(channel, MENU, message)

    pressed = await alice.click(card.response, label="Post as reply")

    (answer,) = pressed.followups
    assert not answer.ephemeral
    assert "1 March 2026" in text(answer)
    assert f"/{guild.id}/{channel.id}/{answer.id})" in text(card)
    requests = [entry.path for entry in simcord_env.http_requests]
    assert not any(path.endswith("/messages") for path in requests)


async def test_two_presses_post_one_answer_where_it_is_no_member_too(
    leave, at_once, guild, alice, bob
):
    """Follow-ups know no nonce; whoever pressed second sees that it has been posted."""
    allow = discord.PermissionOverwrite(use_external_apps=True)
    channel = guild.create_text_channel("open", overwrites={alice: allow})
    message = await bob.send(channel, QUESTION)
    await leave()
    card = await alice.context_menu(channel, MENU, message)

    async with at_once():
        presses = [await alice.click(card.response, label="Post as reply") for _ in range(2)]

    (answer,) = [said for press in presses for said in press.followups]
    assert not answer.ephemeral
    assert "1 March 2026" in text(answer)
    assert text(card).startswith("[Posted as a reply]")


async def test_where_it_is_no_member_it_cannot_take_an_answer_away_and_says_so(
    simcord_env: Env, leave, alice, channel
):
    await leave()
    card = await alice.slash(channel, "ask", question=QUESTION)
    more = await alice.click(card.response, label="More")

    await alice.click(more.response, label="Dismiss the answer")

    assert "I cannot take this answer away" in text(more)
    assert not [entry for entry in simcord_env.http_requests if entry.method == "DELETE"]


async def test_where_apps_of_members_are_off_the_answer_stays_private(leave, guild, alice, bob):
    """Discord itself keeps an answer to a command private there; the menu does not offer more."""
    deny = discord.PermissionOverwrite(use_external_apps=False)
    channel = guild.create_text_channel("strict", overwrites={alice: deny})
    message = await bob.send(channel, QUESTION)
    await leave()

    card = await alice.context_menu(channel, MENU, message)

    assert buttons(card) == ["Discard"]
    assert "to you alone" in text(card)


async def test_in_a_direct_message_the_menu_posts_a_reply(simcord_env: Env):
    carol = simcord_env.create_user("carol")
    message = await carol.send_dm(QUESTION)
    card = await _menu(carol, message, simcord_env)

    await carol.click(card.response, label="Post as reply")

    assert carol.dm_channel.last_message.reference.message_id == message.id


async def test_among_others_a_preview_is_posted_as_the_answer_to_the_press(simcord_env: Env, told):
    """A conversation between people: the bot sees nothing of it but what it is handed."""
    carol = simcord_env.create_user("carol")
    message = await carol.send_dm(QUESTION)
    told(context=AMONG_OTHERS)
    card = await _menu(carol, message, simcord_env)

    pressed = await carol.click(card.response, label="Post as reply")

    (answer,) = pressed.followups
    assert not answer.ephemeral
    assert "1 March 2026" in text(answer)


async def test_among_others_what_a_card_leads_to_is_shown_privately(simcord_env: Env, told):
    told(context=AMONG_OTHERS)
    carol = simcord_env.create_user("carol")
    card = await carol.slash("ask", question="keepers")

    more = await carol.click(card.response, label="More")

    assert not card.ephemeral
    assert more.ephemeral


async def _menu(person: UserHandle, message: discord.Message, env: Env) -> InteractionResult:
    """Use the menu in a direct message; simcord has it for members of servers only."""
    backend = env.backend
    command = backend.find_command(MENU, None, type=3)
    stored = backend.get_message(person.dm_channel.id, message.id)
    shown = dict(serializers.message_payload(backend, stored))
    data: dict[str, Any] = {
        "id": command["id"],
        "name": MENU,
        "type": 3,
        "target_id": str(message.id),
        "resolved": {"messages": {str(message.id): shown}},
    }
    return await _dispatch_actor_interaction(person, 2, person.dm_channel, data)
