"""People who do whatever Discord's client lets them do, in an order told by the dice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import discord
from cards import replies
from simcord import ChannelHandle, Env, InteractionResult, MemberActor, ResponseMessage
from simcord.components import walk_components

MENU = "Answer from the article"
BUTTON, TEXT_SELECT, TEXT_INPUT, ROLE_SELECT, CHANNEL_SELECT, RADIO_GROUP = 2, 3, 4, 6, 8, 21
PRESSABLE = (BUTTON, TEXT_SELECT, ROLE_SELECT, CHANNEL_SELECT)
PAUSES_S = (0.1, 2.0, 6.0, 60.0)
BREAKS_CONTRACT = ("footnote:privacy:save",)
"""discord.py numbers attachments by integers, where the API's description has text."""

IN_SIGHT = 6
"""How many latest messages people scroll back to."""

Seen = discord.Message | ResponseMessage


class Crowd:
    """People with *questions* in *channel*. What the bot left without an answer is noted."""

    def __init__(
        self, env: Env, people: list[MemberActor], channel: ChannelHandle, questions: list[str]
    ) -> None:
        self._env, self._people, self._channel, self._questions = env, people, channel, questions
        self._dice = random.Random(7)  # noqa: S311 - the same dice each time
        self._shown: list[tuple[MemberActor, InteractionResult]] = []
        self._said: list[tuple[MemberActor, discord.Message]] = []
        self.done: list[str] = []
        self.unanswered: list[str] = []

    async def act(self) -> None:
        """Have one person do one thing, and let some time pass."""
        deeds = (self._mention, self._command, self._menu, self._press, self._edit, self._delete)
        (deed,) = self._dice.choices(deeds, weights=(4, 4, 2, 12, 2, 1))
        await deed(self._dice.choice(self._people))
        await self._env.advance_time(self._dice.choice(PAUSES_S))

    async def _mention(self, actor: MemberActor) -> None:
        to = self._dice.choice([None, *replies(self._channel)[-2:]])
        self._said.append((actor, await actor.send(self._channel, self._words(), reply_to=to)))

    async def _edit(self, actor: MemberActor) -> None:
        for owner, message in self._said[-1:]:
            await owner.edit(message, self._words())

    async def _delete(self, actor: MemberActor) -> None:
        if self._said:
            owner, message = self._said.pop()
            await owner.delete(message)

    async def _command(self, actor: MemberActor) -> None:
        commands = actor.available_commands(self._channel)
        name = self._dice.choice([each for each in commands if each != MENU])
        private = self._dice.choice([True, False])
        options = {"question": self._question(), "private": private} if name == "ask" else {}
        self._note(actor, name, await actor.slash(self._channel, name, **options))

    async def _menu(self, actor: MemberActor) -> None:
        public = [each for each in self._channel.history() if not each.flags.ephemeral]
        if public:
            message = self._dice.choice(public[-IN_SIGHT:])
            self._note(actor, MENU, await actor.context_menu(self._channel, MENU, message))

    async def _press(self, actor: MemberActor) -> None:
        """Press a button or choose from a select, and fill in the form if there is one."""
        ways = [
            (seen, way)
            for seen in self._in_sight(actor)
            for way in _ways(seen)
            if way["custom_id"] not in BREAKS_CONTRACT
        ]
        if not ways:
            return
        seen, way = self._dice.choice(ways)
        custom_id = way["custom_id"]
        if way["type"] == BUTTON:
            result = await actor.click(seen, custom_id=custom_id)
        else:
            result = await actor.select(seen, self._chosen(way), custom_id=custom_id)
        self._note(actor, custom_id, result)
        if result.modal and self._dice.random() < 0.7:
            form = await actor.submit_modal(result, self._filled(result.modal))
            self._note(actor, result.modal["custom_id"], form)

    def _in_sight(self, actor: MemberActor) -> list[Seen]:
        """Return what the bot said lately, to all or to *actor* alone."""
        results = [result for owner, result in self._shown if owner is actor][-IN_SIGHT:]
        messages = [each for result in results for each in (result.response, *result.followups)]
        private = [each for each in messages if each is not None and each.ephemeral]
        return [*private, *replies(self._channel)[-IN_SIGHT:]]

    def _chosen(self, way: dict[str, Any]) -> list[Any]:
        if way["type"] == TEXT_SELECT:
            return [self._dice.choice(way["options"])["value"]]
        handles = {CHANNEL_SELECT: [self._channel], ROLE_SELECT: []}
        return self._dice.choice([[], handles[way["type"]]])

    def _filled(self, modal: dict[str, Any]) -> dict[str, str]:
        """Return something for each field of a form."""
        fields = list(walk_components(modal["components"]))
        words = {
            each["custom_id"]: self._question() for each in fields if each["type"] == TEXT_INPUT
        }
        picked = {
            each["custom_id"]: self._dice.choice(each["options"])["value"]
            for each in fields
            if each["type"] == RADIO_GROUP
        }
        return words | picked

    def _question(self) -> str:
        return self._dice.choice(self._questions)

    def _words(self) -> str:
        assert self._env.bot.user is not None
        return f"{self._env.bot.user.mention} {self._question()}"

    def _note(self, actor: MemberActor, deed: str, result: InteractionResult) -> None:
        self._shown.append((actor, result))
        self.done.append(deed)
        waits = result.response is not None and result.response.flags.loading
        if waits or not result.acknowledged:
            self.unanswered.append(deed)


def _ways(seen: Seen) -> Iterator[dict[str, Any]]:
    """Yield the buttons that are on and the selects of a message."""
    rows = (
        seen.components
        if isinstance(seen, ResponseMessage)
        else [component.to_dict() for component in seen.components]
    )
    for item in walk_components(rows):
        if item["type"] in PRESSABLE and not item.get("disabled"):
            yield item
