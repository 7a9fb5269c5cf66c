"""What happens to an error that nobody expected: a log entry and a calm line, one reference."""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
from discord import app_commands

Tell = Callable[[str], Awaitable[None]]

_log = logging.getLogger(__name__)


@asynccontextmanager
async def reporting(tell: Tell) -> AsyncIterator[None]:
    """Report whatever the block raises, see `report`; the block's caller goes on."""
    try:
        yield
    except Exception as error:
        await report(error, tell)


async def nobody(reference: str) -> None:
    """Tell nobody: what went wrong was not asked for, so the log is enough."""


async def report(error: Exception, tell: Tell) -> None:
    """Log *error* under a new reference and pass the reference to *tell* for the person.

    Nobody is told when Discord refused the bot's message (403) or has forgotten what it answers
    (404): the line would be refused too, and repeated refusals get an address banned.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, discord.Forbidden | discord.NotFound):
        _log.warning("Discord refused a message: status %s, code %s", error.status, error.code)
        return
    reference = record(error)
    try:
        await tell(reference)
    except discord.HTTPException as refusal:
        _log.warning("Incident %s was not shown: status %s", reference, refusal.status)


def record(error: BaseException) -> str:
    """Log *error* with its traceback and return the reference that finds it, 8 digits."""
    reference = secrets.token_hex(4)
    _log.error("Incident %s", reference, exc_info=error)
    return reference
