"""Logging: to standard error, constant messages, never a token, a name or a question."""

from __future__ import annotations

import logging

import discord

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def set_up(level: str) -> None:
    """Log ours from *level* on, and discord.py from INFO on: its DEBUG holds whole messages.

    Nor does discord.py warn that it lacks the libraries for voice, which this bot has no use for.
    """
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    logging.getLogger("bot").setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLogger("bot").level))
