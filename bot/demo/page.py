"""The demo's server in the browser: no token, no network."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from typing import Any, assert_never

import simcord
from simcord import ChannelHandle, MemberActor
from simcord.builders import UserHandle

from bot.core.index import Index
from bot.demo.clock import real_time, set_back
from bot.demo.conversation import LASTS_S, converse
from bot.demo.place import Place
from bot.demo.server import Server, open_server
from bot.errors import StartError

WELCOME = """\
Footnote is answering at {url}
Type /ask, or write @Footnote and a question; above, choose as whom: also in Korean and Japanese.
What curators see: footnote demo --channel curators.
Ctrl-C ends it. To put Footnote on a server of your own: README, "On your server"."""

Viewers = Sequence[MemberActor | UserHandle]


async def serve_demo(index: Index, place: Place, *, port: int, open_browser: bool) -> None:
    """Serve the demo on a loopback *port*, 0 for a free one, until it is ended in the page."""
    async with open_server(index) as server:
        set_back(server.env, by_s=LASTS_S)
        await converse(server, index)
        async with real_time(server.env):
            channel, viewers = _view(server, place)
            await _show(server, channel, viewers, port, open_browser)


def _view(server: Server, place: Place) -> tuple[ChannelHandle, Viewers]:
    """Return the channel to show, and as whom one can look at it."""
    match place:
        case Place.ASK:
            return server.ask, server.members
        case Place.TRIAL:
            return server.trial, server.members
        case Place.CURATORS:
            return server.curators, [server.sam]
        case Place.DIRECT:
            return server.robin.user.dm_channel, [server.robin.user]
        case _:
            assert_never(place)


async def _show(
    server: Server, channel: ChannelHandle, viewers: Viewers, port: int, open_browser: bool
) -> None:
    shown: dict[str, Any] = {"viewers": viewers, "layout": "channel", "port": port}
    try:
        async with server.env.preview(channel, **shown) as preview:
            print(WELCOME.format(url=preview.url), flush=True)
            if open_browser:
                webbrowser.open(preview.url)
            await preview.wait_closed()
    except (OSError, simcord.SetupError) as error:
        raise StartError(f"The demo page could not be opened: {error}") from None
