"""A base of two sources: the article about lighthouses, and the manual of the harbour."""

from __future__ import annotations

import shutil
from pathlib import Path

import discord
import pytest
from cards import buttons, chosen, links, options, replies, text
from simcord import Env, MemberActor

from bot.client import Client
from bot.core.index import Index
from bot.knowledge.load import load
from bot.store import Store

ARTICLE = Path(__file__).parents[1] / "base"
MANUAL = """\
id: harbour
form: manual
title: The harbour *manual*
publisher: Harbour Office
byline: Ove Lind
date: "2025-05-01"
url: https://harbour.example/manual
sections:
  - {id: mooring, title: Mooring}
paragraphs:
  - {number: 1, section: mooring, start: Boats moor, end: on the left, sha256: "%(sha)s"}
  - {number: 2, section: mooring, start: At night, end: steer between, sha256: "%(sha)s"}
"""
ENTRIES = """\
- id: mooring
  question: Where do I moor my boat?
  phrasings: [which side do I moor on, mooring place for boats, where can I tie up my yacht]
  answer: On the left side of the harbour.
  kind: reported
  cites: [1]
  related: [keepers, steering]

- id: steering
  question: How do I steer in at night?
  phrasings: [entering the harbour in the dark, night approach, how to come in after sunset]
  answer: Between the two lamps.
  kind: background
  cites: [2, "lighthouses:1"]

- id: nc-fee
  question: What is the mooring fee?
  phrasings: [how much is a berth, harbour dues, price of a berth]
  answer: The manual names no fee.
  kind: not_covered
  cites: []
"""
MOORING = "which side do I moor on"
KEEPERS = "is there a lighthouse keeper"


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of both, from a folder with a folder for each."""
    folder = tmp_path_factory.mktemp("knowledge")
    shutil.copytree(ARTICLE, folder / "article")
    for name in ("glossary.yaml", "smalltalk.yaml"):
        (folder / "article" / name).rename(folder / name)
    (folder / "harbour" / "entries").mkdir(parents=True)
    source = MANUAL % {"sha": "1" * 64}
    (folder / "harbour" / "source.yaml").write_text(source, encoding="utf-8")
    (folder / "harbour" / "entries" / "all.yaml").write_text(ENTRIES, encoding="utf-8")
    return Index(load(folder))


@pytest.fixture
def simcord_bot(both: Index, store: Store) -> Client:
    return Client(both, store)


@pytest.fixture
def mo(simcord_env: Env, guild) -> MemberActor:
    """A moderator."""
    role = guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(simcord_env.create_user("mo"), roles=[role])


@pytest.fixture
def use(mo, channel):
    """Choose the sources of the server, as a moderator does."""

    async def choose(*source_ids: str):
        card = await mo.slash(channel, "settings")
        await mo.select(card.response, list(source_ids), custom_id="footnote:set:sources")
        return card

    return choose


async def test_each_card_speaks_of_its_own_source(alice, channel):
    """The manual says; the article reports."""
    manual = await alice.slash(channel, "ask", question=MOORING)
    article = await alice.slash(channel, "ask", question=KEEPERS)

    assert text(manual).splitlines()[0] == "-# The manual says"
    assert "-# Harbour Office · 1 May 2025" in text(manual)
    assert text(article).splitlines()[0] == "-# The article reports"


async def test_an_answer_that_rests_on_both_has_footnotes_in_both(alice, channel):
    card = await alice.slash(channel, "ask", question="steering")

    assert "Between the two lamps.\u00a0¹\u00a0²" in text(card)
    assert "Harbour Office · 1 May 2025" in text(card)
    assert "Harbour Gazette · 14 March 2026" in text(card)
    assert [address.partition("#")[0] for address in links(card).values()] == [
        "https://harbour.example/manual",
        "https://gazette.example/2026/03/two-lamps",
    ]


async def test_all_sources_are_browsed_and_named(alice, channel):
    topics = await alice.slash(channel, "topics")
    source = await alice.slash(channel, "source")

    assert list(options(topics)) == [
        "About the article",
        "Two lamps, one bay",
        "The keepers",
        "Mooring",
        "What the article does not say",
        "What the manual does not say",
    ]
    assert {"Two lamps over Ellery", r"The harbour \*manual\*"} <= set(links(source))
    assert "-# 8 questions answered · for 2 more I can say" in text(source)


async def test_a_server_uses_all_sources_until_its_moderators_choose(mo, channel):
    card = await mo.slash(channel, "settings")

    assert chosen(card)["footnote:set:sources"] == []
    assert {"Two lamps over Ellery", "The harbour *manual*"} <= set(options(card))


async def test_what_is_chosen_is_saved_and_shown_as_it_is_called(use, guild, store):
    card = await use("harbour")

    assert (await store.settings.of(guild.id)).sources == ("harbour",)
    assert r"**Sources** · The harbour \*manual\*" in text(card)
    assert chosen(card)["footnote:set:sources"] == ["harbour"]

    assert "**Sources** · All of them" in text(await use())


async def test_only_the_chosen_source_answers(use, alice, channel, me):
    await use("lighthouses")

    card = await alice.slash(channel, "ask", question=MOORING)
    await alice.send(channel, f"{me} {MOORING}")

    for shown in (card, replies(channel)[-1]):
        assert "left side of the harbour" not in text(shown)
    answered = await alice.slash(channel, "ask", question=KEEPERS)
    assert "Nobody does." in text(answered)


async def test_only_the_chosen_source_is_offered_browsed_and_named(use, alice, channel):
    await use("harbour")

    offered = await alice.autocomplete(channel, "ask", "question", "")
    topics = await alice.slash(channel, "topics")
    source = await alice.slash(channel, "source")

    assert [choice["value"] for choice in offered] == ["mooring"]
    assert list(options(topics)) == ["Mooring", "What the manual does not say"]
    assert "Two lamps over Ellery" not in text(source)


async def test_nothing_of_another_source_is_related_or_opened(use, alice, channel):
    """The id of an entry is what a picked question sends."""
    card = await alice.slash(channel, "ask", question=MOORING)
    await use("harbour")

    more = await alice.click(card.response, label="More")
    other = await alice.slash(channel, "ask", question="keepers")

    assert "Does anybody live in the lighthouses?" not in buttons(more)
    assert "Nobody does." not in text(other)


async def test_a_button_from_before_the_choice_says_that_its_entry_is_gone(use, alice, channel):
    card = await alice.slash(channel, "ask", question=MOORING)
    more = await alice.click(card.response, label="More")
    await use("harbour")

    told = await alice.click(more.response, label="Does anybody live in the lighthouses?")

    assert "taken out of my sources" in text(told)


async def test_why_is_told_of_an_answer_whose_source_is_no_longer_used(use, alice, channel):
    card = await alice.slash(channel, "ask", question=KEEPERS)
    await use("harbour")

    why = await alice.click(card.response, label="Why?")

    assert "is there a lighthouse keeper" in text(why)


async def test_a_menu_and_a_follow_up_keep_to_the_choice_too(use, alice, bob, channel, me):
    await use("lighthouses")
    message = await bob.send(channel, MOORING)

    preview = await alice.context_menu(channel, "Answer from the article", message)
    await alice.send(channel, f"{me} {KEEPERS}")
    await alice.send(channel, MOORING, reply_to=replies(channel)[-1])

    assert "left side of the harbour" not in text(preview)
    assert "left side of the harbour" not in text(replies(channel)[-1])


async def test_other_servers_and_direct_messages_use_all(simcord_env: Env, use):
    await use("lighthouses")
    carol = simcord_env.create_user("carol")
    elsewhere = simcord_env.create_guild()
    place = elsewhere.create_text_channel("ask")
    member = elsewhere.add_member(carol)

    for answer in (
        await carol.slash("ask", question=MOORING),
        await member.slash(place, "ask", question=MOORING),
    ):
        assert "left side of the harbour" in text(answer)
