"""The way onto Discord, what is tried before it, and in one sentence why it failed."""

from __future__ import annotations

import aiohttp
import discord

from bot.client import Client
from bot.cogs.reload import Reload
from bot.errors import StartError
from bot.knowledge.watch import moments
from bot.reload import Reloader
from bot.store import open_store


async def run(reloader: Reloader, store_url: str, token: str) -> None:
    """Serve with what is kept at *store_url*, following the base while it changes.

    Raise `StoreError` if the store cannot be opened.
    """
    async with open_store(store_url) as store:
        client = Client(reloader.index, store)
        await client.add_cog(Reload(client, reloader, moments(reloader.files.folder)))
        await serve(client, token)


async def check_store(url: str) -> None:
    """Raise `StoreError` if the store cannot be opened: before anybody has waited for the base."""
    async with open_store(url):
        pass


async def serve(client: Client, token: str) -> None:
    """Log in and serve until cancelled; raise `StartError` if Discord refuses or is not there.

    A connection that breaks later is taken up again by discord.py.
    """
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure:
        raise StartError(
            "Discord refused the token: copy a new one from the developer portal "
            "(your application, Bot, Reset Token) into DISCORD_TOKEN."
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise StartError(
            "Discord refused the intents, though none of them is privileged: check in the "
            "developer portal that the token belongs to the right application."
        ) from None
    except discord.ConnectionClosed as error:
        raise StartError(f"Discord closed the connection (code {error.code}).") from None
    except (aiohttp.ClientError, OSError, discord.GatewayNotFound) as error:
        raise StartError(
            f"Discord could not be reached ({type(error).__name__}): "
            "check the network and any proxy or firewall, then start again."
        ) from None
    except discord.HTTPException as error:
        raise StartError(
            f"Discord refused to start the bot (status {error.status}, code {error.code}): "
            "look at discordstatus.com, then start again."
        ) from None
