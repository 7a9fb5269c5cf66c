"""What a person is told while the store is away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.core.notice import records_away
from bot.errors import StoreUnavailable
from bot.views.button import Press, tell


@asynccontextmanager
async def telling_if_away(interaction: Press) -> AsyncIterator[None]:
    """End the block where the store is away, and tell the person so in one line."""
    try:
        yield
    except StoreUnavailable:
        await tell(interaction, records_away(await interaction.client.speech(interaction)))
