"""Members say whether an answer helped, and what is not right with it."""

from __future__ import annotations

import sqlite3

import discord
import pytest
from cards import buttons, options, replies, seen, text, told
from simcord import Env

from bot.client import Client
from bot.core.index import Index
from bot.core.server import ServerSettings
from bot.store import SentQuestion, Store, Tally, TooMany

KEEPERS = "does anybody live in the lighthouses?"
SOUTH = "What is the south tower built of?"
FOGHORN = "Will there be a foghorn?"
TWO_QUESTIONS = "who wrote the article? will there be a foghorn?"


@pytest.fixture
async def card(alice, channel, me):
    """The card about the keepers, in answer to Alice."""
    await alice.send(channel, f"{me} does anybody live in the lighthouses?")
    (message,) = replies(channel)
    return message


async def report(member, message, **values: str):
    """Fill in the form behind "Not right" and send it."""
    form = await member.click(message, label="Not right")
    return await member.submit_modal(form, {"complaint": "false", **values})


def asked(form) -> str:
    """Return the question that stands in the form; none where it has no place for one."""
    fields = [each["component"] for each in form.modal["components"]]
    return next((each["value"] for each in fields if each["custom_id"] == "question"), "")


async def test_a_vote_is_counted_and_told_to_the_voter_alone(bob, card, store: Store):
    answer = await bob.click(card, label="Helpful")

    assert answer.ephemeral
    assert told(answer).startswith("Counted as helpful, thank you.")
    assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_person_has_one_vote_however_often_they_press(alice, bob, card, store: Store):
    for member in (bob, bob, alice, bob):
        await member.click(card, label="Helpful")

    assert await store.votes.tally("keepers") == Tally(helpful=2, unhelpful=0)


async def test_a_report_changes_the_vote_and_a_press_changes_it_back(bob, card, store: Store):
    await bob.click(card, label="Helpful")

    answer = await report(bob, card)
    assert "passed on to the curators" in told(answer)
    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=1)

    await bob.click(card, label="Helpful")
    assert await store.votes.tally("keepers") == Tally(helpful=1, unhelpful=0)


async def test_a_report_is_filed_with_a_choice_and_words_if_there_are_any(
    alice, bob, card, store: Store, index: Index
):
    await report(alice, card, complaint="unclear")
    answer = await report(bob, card, complaint="passage", text="  It says 1887. ")

    assert answer.ephemeral
    first, second = [each.letter for each in await store.reports.open(limit=9)]
    assert (first.entry_id, first.reason, first.text) == ("keepers", "unclear", "")
    assert (second.reason, second.text) == ("passage", "It says 1887.")
    assert (second.user_id, second.base_version) == (bob.id, index.base.version)


async def test_who_reports_an_answer_again_puts_their_report_right(
    alice, bob, card, store: Store, desk
):
    """Curators see it on the card that is there, and another member's on one of its own."""
    await report(bob, card, text="It says 1887.")
    await report(alice, card)

    await report(bob, card, complaint="unclear", text="No, it says 1888.")

    first, second = replies(desk)
    assert text(first).splitlines()[2:4] == ["-# It is hard to understand", "No, it says 1888."]
    assert "1888" not in text(second)
    assert len(await store.reports.open(limit=9)) == 2


async def test_a_report_that_is_put_right_is_shown_anew_where_its_card_was_deleted(
    bob, card, desk
):
    await report(bob, card, text="It says 1887.")
    (shown,) = replies(desk)
    await shown.delete()

    await report(bob, card, text="It says 1888.")

    (shown,) = replies(desk)
    assert "1888" in text(shown)


async def test_who_has_sent_enough_for_a_day_is_told_so_and_nothing_counts(
    bob, card, store: Store, desk
):
    at = discord.utils.utcnow()
    while await store.questions.add(SentQuestion(bob.id, 0, "?", "en", "", "v", at)) != TooMany():
        pass

    answer = await report(bob, card)

    assert told(answer).startswith(
        "Nothing was sent: one person may send at most 10 messages a day"
    )
    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=0)
    assert replies(desk) == []


async def test_the_form_holds_the_askers_question_and_nobody_elses(alice, bob, channel, card):
    """After a mention, which the bot reads again, and after a command, which it remembers."""
    command = await alice.slash(channel, "ask", question="who wrote it?", private=True)

    assert asked(await alice.click(card, label="Not right")) == KEEPERS
    assert asked(await alice.click(command.response, label="Not right")) == "who wrote it?"
    assert asked(await bob.click(card, label="Not right")) == ""


async def test_curators_see_the_question_that_came_along(alice, card, store: Store, desk):
    await report(alice, card, complaint="beside", question=" does a keeper live there? ")

    (filed,) = await store.reports.open(limit=9)
    assert filed.letter.question == "does a keeper live there?"
    assert text(replies(desk)[0]).splitlines()[3:5] == [
        "-# They had asked",
        "does a keeper live there?",
    ]


async def test_a_question_that_is_taken_out_of_the_form_is_not_stored(
    alice, card, store: Store, desk
):
    await report(alice, card, complaint="beside", question="")

    (filed,) = await store.reports.open(limit=9)
    assert filed.letter.question == ""
    assert "They had asked" not in text(replies(desk)[0])


async def test_who_was_answered_another_question_is_offered_what_came_next(alice, channel):
    card = await alice.slash(channel, "ask", question="which stone is the north tower made of")

    answer = await report(alice, card.response, complaint="beside")

    assert "Did you mean this?" in text(answer)
    assert buttons(answer) == [SOUTH]
    assert "white concrete" in text(await alice.click(answer.response, label=SOUTH))


@pytest.mark.parametrize("complaint", ["false", "passage", "unclear", "other"])
async def test_any_other_complaint_is_answered_in_one_line(alice, channel, complaint):
    card = await alice.slash(channel, "ask", question="which stone is the north tower made of")

    answer = await report(alice, card.response, complaint=complaint)

    assert buttons(answer) == []


async def test_a_form_that_is_closed_unsent_counts_for_nothing(bob, card, store: Store):
    await bob.click(card, label="Not right")

    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=0)
    assert await store.reports.open(limit=9) == ()


async def test_a_card_of_two_answers_asks_which_one_is_not_right(
    alice, bob, channel, me, store: Store
):
    await alice.send(channel, f"{me} {TWO_QUESTIONS}")
    (card,) = replies(channel)

    await report(bob, card, entry="foghorn")
    await alice.click(card, label="Helpful")

    (filed,) = await store.reports.open(limit=9)
    assert filed.letter.entry_id == "foghorn"
    assert await store.votes.tally("foghorn") == Tally(helpful=1, unhelpful=1)
    assert await store.votes.tally("author") == Tally(helpful=1, unhelpful=0)


async def test_feedback_works_after_a_restart(simcord_env: Env, make_bot, bob, card, store: Store):
    await simcord_env.restart_bot(make_bot())

    await bob.click(card, label="Helpful")
    await report(bob, card)

    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=1)


async def test_a_form_that_was_open_during_a_restart_is_taken(
    simcord_env: Env, make_bot, bob, card, store: Store
):
    """discord.py itself forgets which forms it has shown."""
    form = await bob.click(card, label="Not right")
    await simcord_env.restart_bot(make_bot())

    answer = await bob.submit_modal(form, {"complaint": "other", "text": "typo"})

    assert "passed on" in told(answer)
    (filed,) = await store.reports.open(limit=9)
    assert filed.letter.text == "typo"


async def test_two_people_may_have_the_form_open_at_once(alice, bob, card, store: Store):
    forms = [(member, await member.click(card, label="Not right")) for member in (alice, bob)]

    for member, form in forms:
        await member.submit_modal(form, {"complaint": "false"})

    assert await store.votes.tally("keepers") == Tally(helpful=0, unhelpful=2)


async def test_a_report_is_shown_in_the_curators_channel(guild, bob, card, store: Store):
    """Without a name, and as plain text that pings nobody."""
    curators = guild.create_text_channel("curators")
    await store.settings.save(guild.id, ServerSettings(curator_channel=curators.id))

    await report(bob, card, text="@everyone **wrong**")

    (shown,) = replies(curators)
    assert text(shown).splitlines() == [
        "### A member says that this is not right",
        "Does anybody live in the lighthouses?",
        "-# It says something that is not true",
        r"@everyone \*\*wrong\*\*",
        "-# Helpful to 0 people · not right for 1 person",
        "-# Entry keepers",
    ]
    assert not shown.mention_everyone


async def test_curators_see_beside_a_report_whom_the_answer_helped(
    alice, bob, curator, card, desk, channel
):
    """As it stood when the report came, and in the inbox as it stands now."""
    await alice.click(card, label="Helpful")
    await report(bob, card)
    assert "Helpful to 1 person · not right for 1 person" in text(replies(desk)[0])

    await curator.click(card, label="Helpful")
    panel = seen(await curator.slash(channel, "inbox"))
    ((custom_id, value),) = options(panel).values()
    await curator.select(panel, [value], custom_id=custom_id)

    assert "Helpful to 2 people · not right for 1 person" in text(panel)


@pytest.mark.parametrize(
    ("lang", "votes"),
    [("ko", "도움이 됐어요 0명 · 맞지 않아요 1명"), ("ja", "役に立った 0人 · 正しくない 1人")],
)
async def test_the_votes_are_told_in_the_language_of_the_server(
    store: Store, guild, bob, card, desk, lang, votes
):
    await store.settings.change(guild.id, "lang", lang)

    await report(bob, card)

    assert votes in text(replies(desk)[0])


async def test_the_curators_channel_speaks_the_language_of_the_server(
    guild, bob, card, store: Store
):
    curators = guild.create_text_channel("curators")
    await store.settings.save(guild.id, ServerSettings(curator_channel=curators.id, lang="ko"))

    await report(bob, card)

    assert text(replies(curators)[0]).startswith("### 이 답변이 맞지 않다는 의견이 왔습니다")


async def test_without_leave_in_the_curators_channel_a_report_is_filed_quietly(
    guild, bob, card, store: Store
):
    deny = discord.PermissionOverwrite(view_channel=False)
    curators = guild.create_text_channel("curators", overwrites={guild.me: deny})
    await store.settings.save(guild.id, ServerSettings(curator_channel=curators.id))

    answer = await report(bob, card)

    assert "passed on" in told(answer)
    assert len(await store.reports.open(limit=9)) == 1


async def test_while_the_store_is_away_the_person_is_told_and_answers_go_on(
    bob, channel, me, card, tmp_path
):
    with sqlite3.connect(tmp_path / "footnote.sqlite3") as database:
        database.execute("ALTER TABLE votes RENAME TO elsewhere")
        database.execute("ALTER TABLE cards RENAME TO nowhere")
    database.close()

    answer = await bob.click(card, label="Helpful")
    await bob.send(channel, f"{me} will there be a foghorn?")

    assert "could not store that just now" in told(answer)
    assert "within two years" in text(replies(channel)[-1])


async def test_feedback_on_an_entry_that_is_gone_says_so(
    simcord_env: Env, thinned: Index, store: Store, alice, channel, me
):
    await alice.send(channel, f"{me} will there be a foghorn?")
    (card,) = replies(channel)
    await simcord_env.restart_bot(Client(thinned, store))

    for label in ("Helpful", "Not right"):
        assert "taken out of my sources" in told(await alice.click(card, label=label))


async def test_a_curated_decline_takes_feedback_and_small_talk_does_not(alice, channel):
    decline = await alice.slash(channel, "ask", question="how much did the lighthouse cost")
    greeting = await alice.slash(channel, "ask", question="hello there")

    assert buttons(decline)[-4:] == ["Helpful", "Not right", "Why?", "Dismiss"]
    assert buttons(greeting) == []
