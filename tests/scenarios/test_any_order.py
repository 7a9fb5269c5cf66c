"""Whatever people do, in whatever order: everybody gets an answer, and nothing goes wrong."""

from __future__ import annotations

import logging

import discord
import pytest
from crowd import Crowd
from simcord import Env

from bot.core.server import ServerSettings
from bot.store import Store

DEEDS = 200
QUESTIONS = [
    "who wrote the article?",
    "does anybody live in the lighthouses?",
    "how many foghorns will there be?",
    "who wrote the article and will there be a foghorn?",
    "recommend gluten-free bakeries",
    "nc-cost",
    "hello!",
    "and why?",
    "more",
    "source?",
    "등대에 사람이 살아요?",
    "???",
]


async def test_two_hundred_deeds_in_any_order_are_all_answered(
    simcord_env: Env, store: Store, guild, channel, alice, bob, caplog: pytest.LogCaptureFixture
):
    powers = discord.Permissions(manage_guild=True, manage_messages=True)
    role = guild.create_role("Moderators", permissions=powers)
    mo = guild.add_member(simcord_env.create_user("mo"), roles=[role])
    await store.settings.save(guild.id, ServerSettings(curator_channel=channel.id))
    crowd = Crowd(simcord_env, [alice, bob, mo], channel, QUESTIONS)

    with caplog.at_level(logging.WARNING):
        for _ in range(DEEDS):
            await crowd.act()

    assert crowd.unanswered == []
    assert [record.getMessage() for record in caplog.records] == []
    assert len(set(crowd.done)) > 30, "they did many different things"
    assert not simcord_env.bot.persistent_views, "what was shown is not kept"
