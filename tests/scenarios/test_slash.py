"""Members ask with ``/ask``."""

from __future__ import annotations

import pytest
from cards import buttons, links, text
from simcord import ChannelHandle, Env, MemberActor


async def ask(member: MemberActor, channel: ChannelHandle, question: str, **options: bool):
    return await member.slash(channel, "ask", question=question, **options)


async def test_a_question_in_own_words_is_answered_with_a_footnote(alice, channel):
    """The card holds whose voice it is, the question, the answer, and a link to the passage."""
    card = await ask(alice, channel, "when did they light the second lighthouse")

    assert not card.ephemeral
    assert text(card).splitlines()[:3] == [
        "-# The article reports",
        "### When was the second lighthouse lit?",
        "Ellery lit its second lighthouse on 1 March 2026, "
        "after \\*nine years\\* of building.\u00a0¹",
    ]
    assert text(card).splitlines()[3:] == [
        "-# Harbour Gazette · 14 March 2026",
        "-# Two lamps, one bay: 1\u00a0[Paragraph 1](https://gazette.example/2026/03/two-lamps"
        "#:~:text=Ellery%20lit%20its%20second%20lighthouse,in%20the%20bay)",
    ]


async def test_parentheses_in_a_passage_do_not_end_its_link(alice, channel):
    card = await ask(alice, channel, "what is the north tower built of")

    first, *_ = links(card).values()
    assert first.endswith("#:~:text=The%20north%20tower%20%281887%29,of%20red%20granite")


async def test_an_opinion_is_marked_as_one(alice, channel):
    card = await ask(alice, channel, "will there be a foghorn")

    assert text(card).startswith("-# The author expects")


async def test_a_misspelt_question_is_understood(alice, channel):
    card = await ask(alice, channel, "waht is teh nroth tower bulit of")

    assert "What is the north tower built of?" in text(card)


async def test_what_the_article_does_not_say_is_declined_with_what_it_does_say(alice, channel):
    card = await ask(alice, channel, "how much did the second lighthouse cost")

    assert text(card).startswith("-# The article does not say")
    assert buttons(card)[0] == "When was the second lighthouse lit?"


async def test_another_matter_altogether_is_declined_in_one_sentence(alice, channel):
    card = await ask(alice, channel, "recommend gluten-free bakeries")

    assert text(card).startswith("### I found no answer to that")
    assert links(card) == {}


async def test_a_greeting_earns_one_friendly_line(alice, channel):
    card = await ask(alice, channel, "hello there")

    assert text(card) == "Hello. Ask me about the lighthouses."
    assert buttons(card) == []


async def test_a_private_question_is_answered_to_the_asker_alone(alice, bob, channel):
    card = await ask(alice, channel, "who wrote the article", private=True)

    assert card.ephemeral
    assert channel.history(viewer=bob) == []


async def test_questions_are_offered_while_a_member_types(alice, channel):
    choices = await alice.autocomplete(channel, "ask", "question", "fogh")

    assert choices[0] == {"name": "Will there be a foghorn?", "value": "foghorn"}


async def test_what_the_article_does_not_say_is_offered_as_that(alice, channel):
    choices = await alice.autocomplete(channel, "ask", "question", "cost of the lighthouse")

    assert choices[0] == {
        "name": "How much did the second lighthouse cost? · The article does not say",
        "value": "nc-cost",
    }


async def test_something_is_offered_before_a_member_types(alice, channel):
    choices = await alice.autocomplete(channel, "ask", "question", "")

    assert 1 <= len(choices) <= 25


@pytest.mark.parametrize("partial", ["?", "x" * 4000, "🎉", "\u202e" + "kraad", "```"])
async def test_odd_typing_never_breaks_the_offers(alice, channel, partial):
    """Discord refuses more than 25 choices and names over 100 characters."""
    choices = await alice.autocomplete(channel, "ask", "question", partial)

    assert len(choices) <= 25
    assert all(1 <= len(choice["name"]) <= 100 for choice in choices)


async def test_a_picked_question_opens_that_very_entry(alice, channel):
    """What Discord sends for a picked choice is its value, the id of the entry."""
    card = await ask(alice, channel, "nc-cost")

    assert "### How much did the second lighthouse cost?" in text(card)


async def test_ask_works_where_the_bot_may_not_write(simcord_env: Env, guild, alice):
    """An answer to a command needs no permission in the channel."""
    quiet = guild.create_text_channel("quiet", overwrites=_silenced(guild))

    card = await ask(alice, quiet, "who wrote the article")

    assert "Mara Quill" in text(card)


async def test_ask_works_in_a_direct_message(simcord_env: Env):
    carol = simcord_env.create_user("carol")

    card = await carol.slash("ask", question="who wrote the article")

    assert "Mara Quill" in text(card)


def _silenced(guild):
    import discord

    return {guild.me: discord.PermissionOverwrite(send_messages=False)}
