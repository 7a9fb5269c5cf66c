"""All that hangs on a card speaks its language, whatever that of the person who presses."""

from __future__ import annotations

import pytest
from cards import buttons, text, told


async def card_in(lang: str, speaks, member, channel):
    """Return the card of a question that a member picked whose Discord speaks *lang*."""
    speaks(lang)
    return (await member.slash(channel, "ask", question="keepers")).response


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Helpful", "Counted as helpful"),
        ("Why?", "### Why this answer?"),
        ("More", "Ask anything else"),
    ],
)
async def test_an_english_card_speaks_english_to_who_reads_korean(
    speaks, alice, channel, label, said
):
    card = await card_in("en", speaks, alice, channel)

    speaks("ko")

    assert told(await alice.click(card, label=label)).startswith(said)


@pytest.mark.parametrize(
    ("lang", "label", "said"),
    [
        ("ko", "도움이 됐어요", "‘도움이 됐어요’로 반영"),
        ("ja", "役に立った", "「役に立った」として記録"),
    ],
)
async def test_a_vote_on_a_card_is_answered_in_its_language(
    speaks, alice, channel, lang, label, said
):
    card = await card_in(lang, speaks, alice, channel)

    speaks("en-GB")

    assert told(await alice.click(card, label=label)).startswith(said)


@pytest.mark.parametrize(
    ("lang", "label", "heading"),
    [
        ("ko", "이유 보기", "### 이렇게 답한 이유"),
        ("ja", "理由を見る", "### この回答になった理由"),
    ],
)
async def test_why_speaks_the_language_of_its_card(speaks, alice, channel, lang, label, heading):
    card = await card_in(lang, speaks, alice, channel)

    speaks("en-GB")

    assert text(await alice.click(card, label=label)).startswith(heading)


async def test_the_form_and_its_answer_speak_the_language_of_the_card(speaks, alice, channel):
    card = await card_in("en", speaks, alice, channel)

    speaks("ko")
    form = await alice.click(card, label="Not right")
    answer = await alice.submit_modal(form, {"complaint": "false"})

    assert form.modal is not None
    assert form.modal["title"] == "What is not right?"
    assert told(answer).startswith("Counted as not right")


async def test_more_and_dismiss_speak_the_language_of_the_card(speaks, alice, channel):
    card = await card_in("en", speaks, alice, channel)

    speaks("ko")
    more = await alice.click(card, label="More")

    assert "Dismiss the answer" in buttons(more)
    await alice.click(more.response, label="Dismiss the answer")
    assert text(more).startswith("The answer is gone.")


async def test_an_answer_without_a_wording_in_the_askers_language_says_so_on_a_line_of_its_own(
    speaks, alice, channel
):
    card = await card_in("ja", speaks, alice, channel)

    assert text(card).splitlines()[:2] == ["この回答は英語のみです。", "-# 記事によると"]


async def test_a_note_under_a_card_speaks_as_the_card_does(speaks, alice, bob, channel):
    await card_in("en", speaks, alice, channel)

    speaks("ko")
    again = await bob.slash(channel, "ask", question="does anybody live in the lighthouses?")

    assert again.ephemeral
    assert text(again).endswith("so only you can see this.")
