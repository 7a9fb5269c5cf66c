"""The people of the demo: each at a keyboard, each with Discord in a language of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import discord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, ResponseMessage, RoleHandle

ENGLISH = "en-US"


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


def join(
    env: Env, guild: GuildHandle, name: str, shown: str, *, roles: Sequence[RoleHandle] = ()
) -> Typist:
    """Let a new person join the server; *shown* is what others call them."""
    user = env.create_user(name, global_name=shown)
    guild.add_member(user, roles=roles)
    return Typist(env, guild, user)


def use_languages(env: Env, locales: Mapping[int, str]) -> None:
    """Have each interaction tell the language of the person, by user id, as Discord does.

    simcord says of everybody that they use English. This one hears of each event before the bot
    does.
    """

    def tell(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            person = payload.get("member", payload)["user"]
            cast(dict[str, Any], payload)["locale"] = locales.get(int(person["id"]), ENGLISH)

    env.backend.subscribers.insert(0, tell)
