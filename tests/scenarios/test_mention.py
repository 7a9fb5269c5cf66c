"""Members ask in plain messages: by mention, in a direct message, by replying to the bot."""

from __future__ import annotations

import discord
import pytest
from cards import buttons, replies, text
from simcord import Env
from simcord.backend.models import AllowedMentions


async def test_a_mention_is_answered_once_as_a_reply_that_pings_nobody(alice, channel, me):
    question = await alice.send(channel, f"{me} when was the second lighthouse lit?")

    (answer,) = replies(channel)
    assert "1 March 2026" in text(answer)
    assert answer.reference is not None
    assert answer.reference.message_id == question.id
    assert answer.mentions == []


async def test_words_around_a_mention_are_the_question(alice, channel, me):
    await alice.send(channel, f"hey {me}, will there be a foghorn?")

    (answer,) = replies(channel)
    assert "Will there be a foghorn?" in text(answer)


@pytest.mark.parametrize("content", ["{me}", "{me} 🎉", "{me} ???", "{me} <@1> https://x.example"])
async def test_a_mention_without_a_question_is_told_how_to_ask(alice, channel, me, content):
    await alice.send(channel, content.format(me=me))

    (answer,) = replies(channel)
    assert "/ask" in text(answer)
    assert buttons(answer) == ["When was the second lighthouse lit?", "Will there be a foghorn?"]


async def test_a_message_that_does_not_mention_the_bot_is_left_alone(alice, channel):
    await alice.send(channel, "when was the second lighthouse lit?")

    assert replies(channel) == []


@pytest.mark.parametrize("everyone", ["@everyone", "@here"])
async def test_a_call_to_everyone_is_not_a_question(alice, channel, everyone):
    await alice.send(channel, f"{everyone} who wrote the article?")

    assert replies(channel) == []


async def test_a_mention_of_the_bots_role_is_not_a_question(alice, guild, channel):
    (role,) = [role for role in guild.me.roles if not role.is_default()]

    await alice.send(channel, f"{role.mention} who wrote the article?")

    assert replies(channel) == []


async def test_other_bots_are_ignored(simcord_env: Env, guild, channel, me):
    """Two bots that answer each other never stop."""
    robot = guild.add_member(simcord_env.create_user("robot", bot=True))

    await robot.send(channel, f"{me} who wrote the article?")

    assert len(replies(channel)) == 1, "the robot's own message and nothing else"


async def test_webhooks_are_ignored(guild, channel, me):
    await guild.create_webhook(channel).send(f"{me} who wrote the article?")

    assert len(replies(channel)) == 1, "the webhook's own message and nothing else"


async def test_a_mention_in_a_thread_is_answered_there(simcord_env: Env, alice, channel, me):
    simcord_env.backend.create_thread(channel.id, "lamps", alice.id)
    (thread,) = channel.threads

    await alice.send(thread, f"{me} who wrote the article?")

    assert "Mara Quill" in text(replies(thread)[-1])


async def test_in_a_thread_another_permission_counts(simcord_env: Env, guild, alice, me):
    """A bot that may write in the channel may still be kept out of its threads."""
    deny = discord.PermissionOverwrite(send_messages_in_threads=False)
    channel = guild.create_text_channel("quiet", overwrites={guild.me: deny})
    simcord_env.backend.create_thread(channel.id, "lamps", alice.id)
    (thread,) = channel.threads

    await alice.send(thread, f"{me} who wrote the article?")

    assert replies(thread) == []
    assert _sent(simcord_env) == 0


async def test_a_reply_to_the_bot_is_answered(simcord_env: Env, alice, channel, me):
    """A reply pings the author of what it replies to, which lets the bot read it."""
    await alice.send(channel, f"{me} who wrote the article?")
    (first,) = replies(channel)
    await simcord_env.advance_time(6)

    await alice.send(channel, "and will there be a foghorn?", reply_to=first)

    assert "Will there be a foghorn?" in text(replies(channel)[-1])


async def test_a_reply_that_the_bot_cannot_read_is_told_so(simcord_env: Env, alice, channel):
    """Discord hides the text of a reply to a command's answer from bots without the intent."""
    card = await alice.slash(channel, "ask", question="who wrote the article")
    await simcord_env.advance_time(6)

    await alice.send(channel, "and will there be a foghorn?", reply_to=card.response)

    assert "only read messages that mention me" in text(replies(channel)[-1])


async def test_a_reply_to_a_member_is_left_alone(alice, bob, channel):
    message = await alice.send(channel, "what do you think?")

    await bob.send(channel, "who wrote the article?", reply_to=message)

    assert replies(channel) == []


async def test_a_reply_that_does_not_ping_is_left_alone(simcord_env: Env, alice, channel, me):
    """The bot cannot see what it says, and whoever switched the ping off wants no answer."""
    await alice.send(channel, f"{me} who wrote the article?")
    (first,) = replies(channel)

    simcord_env.backend.create_message(
        channel.id,
        alice.id,
        "and will there be a foghorn?",
        reference={"channel_id": str(channel.id), "message_id": str(first.id)},
        allowed_mentions=AllowedMentions(replied_user=False),
    )
    await simcord_env.settle()

    assert replies(channel) == [first]


async def test_a_direct_message_needs_no_mention(simcord_env: Env):
    carol = simcord_env.create_user("carol")

    await carol.send_dm("does anybody live in the lighthouses?")

    answer = carol.dm_channel.last_message
    assert "Both lamps are run from the harbour office." in text(answer)


async def test_what_is_forwarded_in_a_direct_message_is_the_question(alice, channel):
    message = await alice.send(channel, "does anybody live in the lighthouses?")
    source = {"type": 1, "channel_id": str(channel.id), "message_id": str(message.id)}

    await alice.user.send_dm(reference=source)

    answer = alice.user.dm_channel.last_message
    assert "### Does anybody live in the lighthouses?" in text(answer)


async def test_a_picture_in_a_direct_message_hides_no_words(simcord_env: Env):
    """The bot sees all of such a message: there is nothing that it could not read."""
    carol = simcord_env.create_user("carol")
    card = await carol.slash("ask", question="who wrote the article")
    channel, backend = carol.dm_channel, simcord_env.backend
    picture = backend.store_attachments(channel.id, [("lamp.png", b"a lamp")])
    reference = {"channel_id": str(channel.id), "message_id": str(card.response.id)}

    await carol.send_dm(attachments=picture, reference=reference)

    assert "Ask me a question" in text(channel.last_message)


async def test_where_the_bot_may_not_write_it_stays_silent(simcord_env: Env, guild, alice, me):
    """It looks at its permissions first: nothing is sent, so nothing is refused."""
    deny = discord.PermissionOverwrite(send_messages=False)
    channel = guild.create_text_channel("quiet", overwrites={guild.me: deny})

    await alice.send(channel, f"{me} who wrote the article?")

    assert replies(channel) == []
    assert _sent(simcord_env) == 0


async def test_without_leave_to_read_the_history_the_answer_is_no_reply(guild, alice, me):
    """Discord refuses a reply there, and takes a plain message."""
    deny = discord.PermissionOverwrite(read_message_history=False)
    channel = guild.create_text_channel("new", overwrites={guild.me: deny})

    await alice.send(channel, f"{me} who wrote the article?")

    (answer,) = replies(channel)
    assert "Mara Quill" in text(answer)
    assert answer.reference is None


@pytest.mark.parametrize("locked", [True, False])
async def test_a_locked_thread_stays_closed(simcord_env: Env, guild, alice, me, locked):
    """Who manages threads may still write there; the bot would be refused."""
    deny = discord.PermissionOverwrite(manage_threads=False)
    channel = guild.create_text_channel("open", overwrites={guild.me: deny})
    simcord_env.backend.create_thread(channel.id, "lamps", alice.id)
    (thread,) = channel.threads
    simcord_env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": locked})

    simcord_env.backend.create_message(thread.id, alice.id, f"{me} who wrote the article?")
    await simcord_env.settle()

    assert bool(replies(thread)) is not locked
    assert _sent(simcord_env) == len(replies(thread))


async def test_to_discord_two_answers_to_one_message_are_one(simcord_env: Env, alice, channel, me):
    """While a new process takes over from an old one, both hear the question.

    Discord posts nothing twice under one nonce; the simulation only records it.
    """
    question = await alice.send(channel, f"{me} who wrote the article?")

    (sent,) = [each.json for each in simcord_env.http_requests if each.path.endswith("/messages")]
    assert (sent["nonce"], sent["enforce_nonce"]) == (str(question.id), True)


async def test_a_refused_answer_is_not_tried_again(simcord_env: Env, alice, channel, me):
    """Repeated refusals (403) get an address banned for minutes."""
    simcord_env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)

    await alice.send(channel, f"{me} who wrote the article?")

    assert _sent(simcord_env) == 1


def _sent(env: Env) -> int:
    requests = (entry for entry in env.http_requests if entry.method == "POST")
    return sum(entry.path.endswith("/messages") for entry in requests)
