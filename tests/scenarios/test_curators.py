"""A question that found no answer goes to the curators, if its asker wants it to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import discord
from cards import buttons, replies, text
from simcord import Env

from bot.core.server import ServerSettings
from bot.store import SentQuestion, Store, TooMany

OFFER = "Send this question to the curators?"
WORDS = "recommend gluten-free bakeries"


async def send(member, message, words: str = WORDS):
    form = await member.click(message, label=OFFER)
    return await member.submit_modal(form, {"words": words})


def by(member) -> SentQuestion:
    return SentQuestion(member.id, 0, WORDS, "en", "", "v", discord.utils.utcnow())


async def open_questions(store: Store) -> list[str]:
    return [each.letter.text for each in await store.questions.open(10)]


async def test_only_a_question_that_found_nothing_can_be_sent(alice, channel):
    found = await alice.slash(channel, "ask", question="who wrote the article")
    declined = await alice.slash(channel, "ask", question="nc-cost")
    nothing = await alice.slash(channel, "ask", question=WORDS)

    assert OFFER not in buttons(found)
    assert OFFER not in buttons(declined)
    assert OFFER in buttons(nothing)


async def test_nothing_is_stored_before_the_member_sends_the_form(store: Store, alice, channel):
    card = await alice.slash(channel, "ask", question=WORDS)
    await alice.click(card.response, label=OFFER)

    assert await open_questions(store) == []


async def test_the_form_shows_what_would_be_sent(alice, channel):
    card = await alice.slash(channel, "ask", question=WORDS)

    form = await alice.click(card.response, label=OFFER)

    assert prefilled(form) == WORDS


async def test_the_form_shows_the_words_of_a_message_as_they_are_now(
    simcord_env: Env, make_bot, alice, channel, me
):
    """After a restart too: they are read from the message that the card replies to."""
    question = await alice.send(channel, f"{me} recommend bakeries")
    (card,) = replies(channel)
    await simcord_env.restart_bot(make_bot())
    await alice.edit(question, f"{me} {WORDS}")

    form = await alice.click(card, label=OFFER)

    assert prefilled(form) == WORDS


async def test_after_a_restart_the_words_of_a_command_are_typed_again(
    simcord_env: Env, make_bot, store: Store, alice, channel
):
    card = await alice.slash(channel, "ask", question=WORDS)
    await simcord_env.restart_bot(make_bot())

    form = await alice.click(card.response, label=OFFER)
    assert prefilled(form) == ""
    await alice.submit_modal(form, {"words": WORDS})

    assert await open_questions(store) == [WORDS]


async def test_a_form_that_was_open_during_a_restart_arrives(
    simcord_env: Env, make_bot, store: Store, alice, channel
):
    card = await alice.slash(channel, "ask", question=WORDS)
    form = await alice.click(card.response, label=OFFER)
    await simcord_env.restart_bot(make_bot())

    await alice.submit_modal(form, {"words": WORDS})

    assert await open_questions(store) == [WORDS]


async def test_what_was_sent_is_confirmed_privately_and_cannot_be_sent_twice(
    store: Store, alice, channel
):
    card = await alice.slash(channel, "ask", question=WORDS)

    done = await send(alice, card.response)

    (line,) = done.followups
    assert line.ephemeral
    assert text(line).startswith("Sent, thank you. Nobody can write back to you")
    assert "Sent to the curators" in buttons(card)
    assert OFFER not in buttons(card)


async def test_nobody_else_can_send_a_members_question(store: Store, alice, bob, channel, me):
    await alice.send(channel, f"{me} {WORDS}")
    (card,) = replies(channel)

    told = await bob.click(card, label=OFFER)

    assert told.ephemeral
    assert told.modal is None
    assert "Only who asked" in text(told)


async def test_a_question_without_words_is_not_sent(store: Store, alice, channel, desk):
    card = await alice.slash(channel, "ask", question=WORDS)

    told = await send(alice, card.response, "  ???  ")

    assert "put your question into words" in text(told.followups[0])
    assert await open_questions(store) == []
    assert replies(desk) == []


async def test_who_has_sent_enough_for_a_day_is_told_when_to_send_more(
    store: Store, alice, channel, desk
):
    """The offer stays for then; a restart would not help, since the store counts."""
    while await store.questions.add(by(alice)) != TooMany():
        pass
    card = await alice.slash(channel, "ask", question=WORDS)

    done = await send(alice, card.response)

    assert text(done.followups[0]).startswith("Nothing was sent: one person may send at most 10")
    assert OFFER in buttons(card)
    assert replies(desk) == []


async def test_in_a_direct_message_a_question_can_be_sent_too(
    simcord_env: Env, store: Store, make_bot
):
    carol = simcord_env.create_user("carol")
    await carol.send_dm(WORDS)
    card = carol.dm_channel.last_message

    form = await carol.click(card, label=OFFER)
    assert prefilled(form) == WORDS
    await carol.submit_modal(form, {"words": WORDS})

    assert await open_questions(store) == [WORDS]


async def test_curators_see_the_question_and_not_who_asked(alice, channel, desk):
    card = await alice.slash(channel, "ask", question=WORDS)
    await send(alice, card.response, "where is a *good* bakery? @everyone")

    (shown,) = replies(desk)
    assert text(shown).splitlines()[:2] == [
        "-# A member asks, and I found no answer",
        r"where is a \*good\* bakery? @everyone",
    ]
    assert alice.name not in text(shown)
    assert not shown.mention_everyone
    assert buttons(shown) == ["Mark as answered", "Close", "All that is open"]


async def test_without_a_curators_channel_the_question_waits_in_the_store(
    store: Store, alice, channel
):
    card = await alice.slash(channel, "ask", question=WORDS)

    await send(alice, card.response)

    assert await open_questions(store) == [WORDS]


async def test_where_the_bot_may_not_post_the_curators_are_told_nothing(
    simcord_env: Env, guild, store: Store, alice, channel
):
    """The member's question is stored all the same, and nothing is tried that Discord refuses."""
    deny = discord.PermissionOverwrite(send_messages=False)
    closed = guild.create_text_channel("closed", overwrites={guild.me: deny})
    await store.settings.save(guild.id, ServerSettings(curator_channel=closed.id))
    card = await alice.slash(channel, "ask", question=WORDS)

    await send(alice, card.response)

    assert await open_questions(store) == [WORDS]
    assert not any(f"/channels/{closed.id}/" in entry.path for entry in simcord_env.http_requests)


async def test_a_member_is_told_when_the_question_could_not_be_stored(
    tmp_path: Path, alice, channel, desk
):
    """The offer stays, so that they can try again."""
    card = await alice.slash(channel, "ask", question=WORDS)
    with closing(sqlite3.connect(tmp_path / "footnote.sqlite3")) as database:
        database.execute("ALTER TABLE questions RENAME TO lost")

    done = await send(alice, card.response)

    assert "try again a little later" in text(done.followups[0])
    assert OFFER in buttons(card)
    assert replies(desk) == []


async def test_the_asker_is_spoken_to_in_the_language_of_the_card_and_curators_in_the_servers(
    simcord_env: Env, alice, channel, desk, speaks
):
    card = await alice.slash(channel, "ask", question=WORDS)
    speaks("ko")

    done = await send(alice, card.response)

    assert text(done.followups[0]).startswith("Sent, thank you.")
    assert "Sent to the curators" in buttons(card)
    (shown,) = replies(desk)
    assert buttons(shown) == ["Mark as answered", "Close", "All that is open"]


async def test_where_a_server_chose_a_language_curators_are_spoken_to_in_it(
    guild, store: Store, alice, channel, desk, speaks
):
    await store.settings.change(guild.id, "lang", "ja")
    card = await alice.slash(channel, "ask", question=WORDS)
    speaks("ko")

    done = await send(alice, card.response)

    assert text(done.followups[0]).startswith("Sent, thank you.")
    (shown,) = replies(desk)
    assert text(shown).startswith("-# 答えが見つからなかった質問")
    assert buttons(shown) == ["回答済みにする", "閉じる", "未対応の一覧"]


def prefilled(form) -> str:
    return form.modal["components"][0]["component"].get("value", "")
