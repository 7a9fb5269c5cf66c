"""Footnote beside a bare echo bot on discord.py, under the same load in a simulated Discord.

Each bot has a process of its own, simulation included; they take turns, so that a noisy moment of
the machine falls on all of them alike. A turn is a burst of mentions at once, and then mentions at
the pace that Discord allows a bot to answer; each lasts until the last is answered.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import discord
import simcord
from discord import ui
from discord.ext import commands

from benchmarks.encoders import installed
from benchmarks.shipped import KNOWLEDGE, golden
from bot.client import Client
from bot.core.index import Index
from bot.core.server import ServerSettings
from bot.knowledge.load import load
from bot.store import open_store

ECHO = "echo bot"
CARDS = "echo bot, in a card"
WORDS = "Footnote, words alone"
MEANING = "Footnote, with meaning"
UNLIMITED = ServerSettings(person_cooldown_s=0, channel_cooldown_s=0, repeat_within=0)
"""Limits on noise are off: a bot that answers less would seem faster."""


PACE_S = 1 / 50
"""Discord takes 50 requests a second from a bot, so there are no more answers to be had."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many turns each bot takes, and how many members write in a burst, and at a pace."""

    turns: int = 12
    burst: int = 50
    paced: int = 100


QUICK = Plan(turns=3)


@dataclass(frozen=True, slots=True)
class Turn:
    """Answers a second at once and at a pace; ms from a question to its answer at that pace."""

    burst_s: float
    paced_s: float
    latencies_ms: list[float]


@dataclass(frozen=True, slots=True)
class Load:
    """What one bot did, turn by turn."""

    name: str
    turns: list[Turn]


def measure(plan: Plan, *, meaning: bool) -> list[Load]:
    """Return the load of the echo bots, and of Footnote without and, with *meaning*, with it."""
    names = (ECHO, CARDS, WORDS, MEANING) if meaning else (ECHO, CARDS, WORDS)
    questions = cycle(golden())
    with ExitStack() as stack:
        running = [(stack.enter_context(_process(name)), Load(name, [])) for name in names]
        for _ in range(plan.turns + 1):
            texts = [next(questions) for _ in range(plan.burst + plan.paced)]
            for pipe, load_ in running:
                pipe.send((texts[: plan.burst], texts[plan.burst :]))
                load_.turns.append(pipe.recv())
    return [Load(load_.name, load_.turns[1:]) for _, load_ in running]  # the first warms up


@contextmanager
def _process(name: str) -> Iterator[Connection]:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_work, args=(theirs, name))
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


def _work(pipe: Connection, name: str) -> None:
    asyncio.run(_serve(pipe, name))


async def _serve(pipe: Connection, name: str) -> None:
    """Take turns until the pipe is closed."""
    async with _bot(name) as bot, simcord.run(bot) as env:
        stage = _Stage(env)
        if isinstance(bot, Client):
            await bot.store.settings.save(stage.guild.id, UNLIMITED)
        while True:
            try:
                at_once, paced = pipe.recv()
            except EOFError:
                return
            pipe.send(await stage.turn(at_once, paced))


@asynccontextmanager
async def _bot(name: str) -> AsyncIterator[commands.Bot]:
    if name in (ECHO, CARDS):
        yield Echo(in_card=name == CARDS)
        return
    with TemporaryDirectory() as folder:
        encoder = installed(Path(folder)) if name == MEANING else None
        async with open_store(f"sqlite:///{folder}/footnote.sqlite3") as store:
            yield Client(Index(load(KNOWLEDGE), encoder), store)


class Echo(commands.Bot):
    """The least that a bot can do: reply with what it was told, as a line or in a card.

    The card is as large as one of Footnote's, which costs the simulation more than a line does.
    """

    def __init__(self, *, in_card: bool) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.in_card = in_card

    async def on_message(self, message: discord.Message, /) -> None:
        """Echo a mention."""
        if message.author.bot or self.user not in message.mentions:
            return
        if self.in_card:
            await message.reply(view=_card(message.content))
        else:
            await message.reply(message.content)


def _card(text: str) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    texts: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(text) for _ in range(4)]
    buttons = [ui.Button[ui.LayoutView](label=label) for label in ("One", "Two", "Three", "Four")]
    view.add_item(ui.Container(*texts, ui.Separator(), ui.ActionRow(*buttons)))
    view.stop()  # nobody presses, so nothing waits for it
    return view


class _Stage:
    """A channel full of members."""

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self.guild = env.create_guild()
        self.channel = self.guild.create_text_channel("ask")
        self.members: list[simcord.MemberActor] = []
        self.answered = asyncio.Queue[tuple[int, float]]()
        env.bot.add_listener(self._on_message, "on_message")

    async def _on_message(self, message: discord.Message) -> None:
        if message.author == self.env.bot.user and message.reference:
            self.answered.put_nowait((message.reference.message_id or 0, time.perf_counter()))

    async def turn(self, at_once: Sequence[str], paced: Sequence[str]) -> Turn:
        """Have members write, at once and at a pace, each once: a flood is not answered."""
        for number in range(len(self.members), len(at_once) + len(paced)):
            user = self.env.create_user(f"member{number}")
            self.members.append(self.guild.add_member(user))
        await self.env.settle()
        burst_s, _ = await self._load(self.members, at_once, pace_s=0)
        others = self.members[len(at_once) :]
        paced_s, latencies_ms = await self._load(others, paced, pace_s=PACE_S)
        return Turn(burst_s, paced_s, latencies_ms)

    async def _load(
        self, members: Sequence[simcord.MemberActor], texts: Sequence[str], pace_s: float
    ) -> tuple[float, list[float]]:
        """Return answers a second, and ms from each question to its answer."""
        start = time.perf_counter()
        asked: dict[int, float] = {}
        for member, text in zip(members, texts, strict=False):
            if pace_s:
                await asyncio.sleep(start + len(asked) * pace_s - time.perf_counter())
            asked[self._ask(member, text)] = time.perf_counter()
        answered = dict([await self.answered.get() for _ in asked])
        latencies_ms = [1000 * (answered[id_] - asked[id_]) for id_ in asked]
        return len(asked) / (max(answered.values()) - start), latencies_ms

    def _ask(self, member: simcord.MemberActor, text: str) -> int:
        me = self.env.bot.user
        assert me is not None
        mention = f"{me.mention} {text}"
        return self.env.backend.create_message(self.channel.id, member.id, mention).id
