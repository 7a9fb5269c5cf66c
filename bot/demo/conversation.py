"""What has been said on the demo's server before anybody opens the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import discord
from simcord import ChannelHandle, ResponseMessage

from bot import answers
from bot.core.feedback import Complaint
from bot.core.followup import Thread, follow
from bot.core.index import Index
from bot.core.model import Answer, Base, Entry, Kind
from bot.core.notice import first
from bot.core.sending import may_be_sent
from bot.demo.people import Typist
from bot.demo.server import NAME, Server
from bot.demo.welcome import welcome

PAUSE_S = 40.0
LASTS_S = 15 * PAUSE_S
"""No longer than this: the next message is written now."""

AND_WHY = "and why?"
SEND = "Send this question to the curators?"
STRAYS = (
    "Do trombones rust?",
    "Can parrots whistle?",
    "Do wombats hiccup?",
    "Where do puffins nest?",
)
"""Far from any base, and several of them: curators also write down what they do not answer."""


async def converse(server: Server, index: Index) -> None:
    """Let the members do all that they can; the bot's word to who opens the page comes last."""
    await _direct(server, index.base)
    await _on_trial(server, index.base)
    await _in_vain(server)
    for member, text in _asked(server, index.base):
        await _say(server, member, server.ask, f"@{NAME} {text}")
    await _overheard(server, index.base)
    await _report(server, index.base)
    await _and_why(server, index)
    await server.env.advance_time(PAUSE_S)
    await welcome(server, index.base)


async def _say(server: Server, member: Typist, channel: ChannelHandle, text: str) -> None:
    """Write *text* after a pause in which people read."""
    await server.env.advance_time(PAUSE_S)
    await member.send(channel, text)


async def _direct(server: Server, base: Base) -> None:
    if entry := first(base, Kind.REPORTED):
        await server.robin.send_dm(entry.question)


async def _on_trial(server: Server, base: Base) -> None:
    """Only the curators see this answer."""
    if entry := first(base, Kind.BACKGROUND):
        await _say(server, server.robin, server.trial, f"@{NAME} {entry.question}")


async def _in_vain(server: Server) -> None:
    """Ask what the base knows nothing of, and send it to the curators."""
    strays = (text for text in STRAYS if may_be_sent(answers.ask(server.client.index, text)))
    if stray := next(strays, ""):
        await _say(server, server.sam, server.ask, f"@{NAME} {stray}")
        form = await server.sam.click(last_card(server.ask), label=SEND)
        await server.sam.submit_modal(form, {"words": stray})


def _asked(server: Server, base: Base) -> Iterator[tuple[Typist, str]]:
    """Yield who asks what: of each kind, misspelt, two at once, in Korean and in Japanese."""
    if entry := first(base, Kind.NOT_COVERED):
        yield server.robin, entry.question
    background = [entry for entry in base.entries if entry.kind is Kind.BACKGROUND]
    yield server.robin, " ".join(entry.question for entry in background[-2:])
    if entry := first(base, Kind.FORECAST):
        yield server.jimin, entry.wording("ko").question
    if entry := first(base, Kind.ARGUED):
        yield server.sakura, entry.wording("ja").question
        yield server.robin, misspell(entry.question)


async def _overheard(server: Server, base: Base) -> None:
    """Answer, by the menu of a message, what somebody asked into the room."""
    if entry := first(base, Kind.REPORTED):
        await _say(server, server.sakura, server.ask, entry.question)
        asked = server.ask.history()[-1]
        await server.robin.context_menu(server.ask, "Answer from the article", asked)


async def _report(server: Server, base: Base) -> None:
    """Tell the curators that an answer is not right."""
    if entry := first(base, Kind.REPORTED):
        card = await server.sam.slash(server.ask, "ask", question=entry.id, private=True)
        form = await server.sam.click(cast(ResponseMessage, card.response), label="Not right")
        said = {"complaint": Complaint.UNCLEAR, "text": "What is it good for?"}
        await server.sam.submit_modal(form, said)


async def _and_why(server: Server, index: Index) -> None:
    """Ask a plain question and, where the base knows a reason, ask for that in a reply."""
    reported = [entry for entry in index.base.entries if entry.kind is Kind.REPORTED]
    reasoned = next((entry for entry in reported if _has_reason(index, entry)), None)
    for entry in [reasoned] if reasoned else reported[:1]:
        await _say(server, server.robin, server.ask, f"@{NAME} {entry.question}")
    if reasoned:
        await server.env.advance_time(PAUSE_S)
        await server.robin.send(server.ask, AND_WHY, reply_to=last_card(server.ask))


def _has_reason(index: Index, entry: Entry) -> bool:
    return isinstance(follow(index, Thread((entry,), AND_WHY)), Answer)


def last_card(channel: ChannelHandle) -> discord.Message:
    """Return the last that the bot said there for all to see."""
    said = (message for message in channel.history() if message.author.bot)
    return [message for message in said if not message.flags.ephemeral][-1]


def misspell(question: str) -> str:
    """Swap two letters inside the longest word, as fast fingers do, if it has four or more."""
    longest = max(question.split(), key=len, default="")
    if len(longest) < 4:
        return question
    at = len(longest) // 2
    wrong = longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :]
    return question.replace(longest, wrong, 1)
