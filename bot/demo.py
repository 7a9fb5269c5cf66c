"""The real client in a simulated Discord, shown in the browser: no token, no network."""

from __future__ import annotations

import asyncio
import re
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import cast

import discord
import simcord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, ResponseMessage

from bot.client import Client
from bot.core.index import Index
from bot.core.model import Base, Kind
from bot.core.notice import first
from bot.errors import StartError
from bot.store import open_store

NAME = "Footnote"
TICK_S = 1.0

WELCOME = """\
Footnote is answering at {url}
Type /ask, or write @Footnote and a question; you can look as the member or as the moderator.
Ctrl-C ends it. To put Footnote on a server of your own: README, "On your server"."""


async def serve_demo(index: Index, *, port: int, open_browser: bool) -> None:
    """Serve the demo on a loopback *port*, 0 for a free one, until it is ended in the page."""
    async with (
        _client(index) as client,
        simcord.run(client, check_errors=False) as env,
        _real_time(env),
    ):
        await cast(discord.ClientUser, client.user).edit(username=NAME)
        guild = env.create_guild("Footnote demo")
        channel = guild.create_text_channel("ask-the-article")
        member, moderator = _people(env, guild)
        await _converse(channel, member, index.base)
        await _show(env, channel, (member, moderator), port, open_browser)


@asynccontextmanager
async def _client(index: Index) -> AsyncIterator[Client]:
    """Give the client a store of its own, which goes when the demo ends."""
    with TemporaryDirectory() as folder:
        async with open_store(f"sqlite:///{folder}/demo.sqlite3") as store:
            yield Client(index, store)


@asynccontextmanager
async def _real_time(env: Env) -> AsyncIterator[None]:
    """Let the simulated clock follow the real one.

    A tick goes to the backend, in one step: `Env.advance_time` waits for the bot, and a press in
    the page that arrives meanwhile is refused as an overlapping operation.
    """

    def tick() -> None:
        env.backend.advance_clock(max(0.0, (datetime.now(UTC) - env.now()).total_seconds()))

    async def follow() -> None:
        while True:
            await asyncio.sleep(TICK_S)
            tick()

    tick()
    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        following.cancel()


class Typist(MemberActor):
    """A member at a keyboard: the bot's name with an at sign becomes a mention, as in Discord."""

    async def send(
        self,
        channel: ChannelHandle,
        content: str = "",
        *,
        reply_to: discord.Message | ResponseMessage | None = None,
        attachments: Sequence[tuple[str, bytes]] = (),
    ) -> discord.Message:
        me = cast(discord.Member, self.guild.me)
        content = re.sub(rf"@{re.escape(me.name)}\b", me.mention, content, flags=re.IGNORECASE)
        return await super().send(channel, content, reply_to=reply_to, attachments=attachments)


def _people(env: Env, guild: GuildHandle) -> tuple[Typist, Typist]:
    """Return a member and a moderator, both at their keyboards."""
    moderators = guild.create_role(
        "Moderators", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
    )
    member = env.create_user("robin", global_name="Robin")
    moderator = env.create_user("sam", global_name="Sam, moderator")
    guild.add_member(member)
    guild.add_member(moderator, roles=[moderators])
    return Typist(env, guild, member), Typist(env, guild, moderator)


async def _converse(channel: ChannelHandle, member: Typist, base: Base) -> None:
    """Show at once what the bot does: by command, in other words, misspelt, and in vain."""
    if entry := first(base, Kind.FORECAST):
        await member.slash(channel, "ask", question=entry.id)
    if entry := first(base, Kind.REPORTED):
        await member.send(channel, f"@{NAME} {entry.wordings[0].phrasings[0]}?")
    if entry := first(base, Kind.ARGUED):
        await member.send(channel, f"@{NAME} {misspell(entry.question)}")
    if entry := first(base, Kind.NOT_COVERED):
        await member.send(channel, f"@{NAME} {entry.question}")


def misspell(question: str) -> str:
    """Swap two letters inside the longest word, as fast fingers do, if it has four or more."""
    longest = max(question.split(), key=len, default="")
    if len(longest) < 4:
        return question
    at = len(longest) // 2
    wrong = longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :]
    return question.replace(longest, wrong, 1)


async def _show(
    env: Env,
    channel: ChannelHandle,
    viewers: tuple[Typist, Typist],
    port: int,
    open_browser: bool,
) -> None:
    try:
        async with env.preview(channel, viewers=viewers, layout="channel", port=port) as preview:
            print(WELCOME.format(url=preview.url), flush=True)
            if open_browser:
                webbrowser.open(preview.url)
            await preview.wait_closed()
    except (OSError, simcord.SetupError) as error:
        raise StartError(f"The demo page could not be opened: {error}") from None
