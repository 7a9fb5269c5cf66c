"""A Discord of a few lines on loopback, for what happens before and after a bot is online."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

USER = {"id": "1", "username": "Footnote", "discriminator": "0", "avatar": None, "bot": True}
TOKEN = "an.honest.token"


def _json(body: object, status: int = 200) -> web.Response:
    """Return JSON under the very content type of Discord: discord.py compares it as a whole."""
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=headers)


@dataclass
class FakeDiscord:
    """Takes ``TOKEN``, and closes the gateway at once with *close_code* if there is one."""

    close_code: int | None = None
    port: int = 0
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[FakeDiscord]:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _rest(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        match request.match_info["path"]:
            case "users/@me":
                return _json(USER)
            case "oauth2/applications/@me":
                return _json(
                    {"id": "1", "name": "Footnote", "description": "", "icon": None, "flags": 0}
                    | {
                        "bot_public": True,
                        "bot_require_code_grant": False,
                        "verify_key": "",
                        "owner": USER,
                    }
                )
            case _:
                return _json([])

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if self.close_code is not None:
            await socket.close(code=self.close_code)
            return socket
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45000}})
        async for message in socket:
            if message.type is WSMsgType.TEXT and json.loads(message.data)["op"] == 2:
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": self._hello()})
                self.ready.set()
        self.left.set()
        return socket

    def _hello(self) -> dict[str, object]:
        return {
            "v": 10,
            "user": USER,
            "guilds": [],
            "session_id": "s",
            "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway",
            "application": {"id": "1", "flags": 0},
        }
