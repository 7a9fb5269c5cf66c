"""Members who do not know what to ask browse: ``/topics``, a topic, a question, its card."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cards import buttons, options, replies, text
from simcord import Env

from bot.client import Client
from bot.core.index import Index
from bot.core.model import Base
from bot.store import Store

FOGHORN = "Will there be a foghorn?"


async def test_topics_are_offered_to_the_member_alone(alice, bob, channel):
    shown = await alice.slash(channel, "topics")

    assert shown.ephemeral
    assert channel.history(viewer=bob) == []
    assert text(shown).splitlines() == ["### What you can ask", "-# 6 answers · 3 topics"]
    assert list(options(shown)) == [
        "About the article",
        "Two lamps, one bay",
        "The keepers",
        "What the article does not say",
    ]


async def test_from_a_topic_to_a_question_to_its_card_in_one_message(alice, channel):
    shown = await alice.slash(channel, "topics")

    await choose(alice, shown, "The keepers")
    assert text(shown).splitlines() == ["### The keepers", "-# 2 questions"]
    assert list(options(shown)) == ["Does anybody live in the lighthouses?", FOGHORN]

    await choose(alice, shown, FOGHORN)
    assert f"### {FOGHORN}" in text(shown)
    assert "The author expects one within two years" in text(shown)
    assert list(options(shown)) == ["Does anybody live in the lighthouses?", FOGHORN]
    assert replies(channel) == []


async def test_from_a_card_back_to_all_topics(alice, channel):
    shown = await alice.slash(channel, "topics")
    await choose(alice, shown, "The keepers")
    await choose(alice, shown, FOGHORN)

    await alice.click(shown.response, label="All topics")

    assert text(shown).startswith("### What you can ask")


async def test_what_the_article_does_not_say_can_be_browsed_too(alice, channel):
    shown = await alice.slash(channel, "topics")

    await choose(alice, shown, "What the article does not say")
    await choose(alice, shown, "How much did the second lighthouse cost?")

    assert text(shown).startswith("-# The article does not say")


async def test_browsing_goes_on_after_a_restart(simcord_env: Env, make_bot, alice, channel):
    shown = await alice.slash(channel, "topics")
    await simcord_env.restart_bot(make_bot())

    await choose(alice, shown, "The keepers")
    await choose(alice, shown, FOGHORN)

    assert f"### {FOGHORN}" in text(shown)


async def test_a_question_that_is_gone_is_said_to_be(
    simcord_env: Env, base: Base, store: Store, alice, channel
):
    """The base changed while the member browsed; what they see stays."""
    shown = await alice.slash(channel, "topics")
    await choose(alice, shown, "The keepers")
    thinned = replace(base, entries=tuple(e for e in base.entries if e.id != "foghorn"))
    await simcord_env.restart_bot(Client(Index(thinned), store))

    answer = await choose(alice, shown, FOGHORN)

    assert answer.ephemeral
    assert "taken out of my sources" in text(answer)
    assert text(shown).startswith("### The keepers")


@pytest.mark.parametrize(
    ("locale", "heading", "unsaid"),
    [
        ("ko", "물어볼 수 있는 질문", "기사에 없는 내용"),
        ("ja", "質問できること", "記事に書かれていないこと"),
    ],
)
async def test_topics_speak_the_members_language(alice, channel, speaks, locale, heading, unsaid):
    speaks(locale)

    shown = await alice.slash(channel, "topics")

    assert text(shown).startswith(f"### {heading}")
    assert list(options(shown))[-1] == unsaid


class TestALongBase:
    """Discord takes at most 25 options in a select."""

    @pytest.fixture
    def simcord_bot(self, base: Base, store: Store) -> Client:
        """60 questions in the first section, and 30 more sections with a question each."""
        return Client(Index(long(base)), store)

    async def test_questions_beyond_25_are_on_further_pages(self, alice, channel):
        shown = await alice.slash(channel, "topics")
        await choose(alice, shown, "Two lamps, one bay")

        seen = [*options(shown)]
        for _ in range(2):
            await alice.click(shown.response, label="Next")
            seen += options(shown)

        assert text(shown).endswith("-# 60 questions · Page 3 of 3")
        assert seen == [f"Question {number}?" for number in range(60)]

    async def test_a_card_leads_back_to_the_page_of_its_question(self, alice, channel):
        shown = await alice.slash(channel, "topics")
        await choose(alice, shown, "Two lamps, one bay")
        await alice.click(shown.response, label="Next")
        await choose(alice, shown, "Question 30?")

        assert next(iter(options(shown))) == "Question 25?"
        assert buttons(shown)[-3:] == ["All topics", "Previous", "Next"]
        await alice.click(shown.response, label="Previous")

        assert next(iter(options(shown))) == "Question 0?"

    async def test_topics_beyond_25_are_on_further_pages(self, alice, channel):
        shown = await alice.slash(channel, "topics")
        assert len(options(shown)) == 25

        await alice.click(shown.response, label="Next")

        assert list(options(shown))[-1] == "Section 29"
        await choose(alice, shown, "Section 29")
        await alice.click(shown.response, label="All topics")
        assert list(options(shown))[-1] == "Section 29"


async def choose(member, shown, label: str):
    """Choose an option by what it says, as a member does."""
    custom_id, value = options(shown)[label]
    return await member.select(shown.response, [value], custom_id=custom_id)


def long(base: Base) -> Base:
    (source,) = base.sources
    entry = base.entries[0]
    wording = entry.wordings[0]
    (place,) = entry.cites
    section = source.sections[0]
    more = [replace(section, id=f"s{n}", title=f"Section {n}") for n in range(30)]
    places = [replace(place, section=each) for each in [section] * 60 + more]
    entries = tuple(
        replace(
            entry,
            id=f"entry-{number}",
            wordings=(replace(wording, question=f"Question {number}?"),),
            cites=(cite,),
            related=(),
        )
        for number, cite in enumerate(places)
    )
    long_source = replace(source, sections=(section, *more))
    return replace(base, sources=(long_source,), entries=entries)
