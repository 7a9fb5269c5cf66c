"""Which answers stand among the latest messages of a channel, so that none is repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.core.latest import Latest

LOOK_BACK = 50
CHANNELS = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card says: its entries, none for a card without an answer, in one language."""

    entry_ids: tuple[str, ...]
    lang: str


NOTHING = Shown((), "")


@dataclass(frozen=True, slots=True)
class Stands:
    """The answer stands in this message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Absent:
    """The answer does not stand among the messages that count."""


NO_LINES: Mapping[int, Shown] = MappingProxyType({})


class Repeats:
    """The latest `LOOK_BACK` messages of each channel in which the bot answered lately."""

    def __init__(self, channels: int = CHANNELS) -> None:
        self._channels: Latest[int, Mapping[int, Shown]] = Latest(channels)

    def passed(self, channel_id: int, message_id: int) -> None:
        """Note that a message was written, by whomever."""
        lines = self._lines(channel_id)
        if lines and message_id not in lines:
            self._keep(channel_id, {**lines, message_id: NOTHING})

    def put(self, channel_id: int, message_id: int, shown: Shown) -> None:
        """Note what a message of the bot says, or says from now on."""
        self._keep(channel_id, {**self._lines(channel_id), message_id: shown})

    def deleted(self, channel_id: int, message_id: int) -> None:
        """Note that a message is gone: nobody is sent to it, though it counts as one."""
        lines = self._lines(channel_id)
        if message_id in lines:
            self._keep(channel_id, {**lines, message_id: NOTHING})

    def find(self, channel_id: int, shown: Shown, *, before: int, within: int) -> Stands | Absent:
        """Look for an answer among the last *within* messages before the message *before*."""
        if within <= 0 or not shown.entry_ids:
            return Absent()
        earlier = [each for each in self._lines(channel_id).items() if each[0] < before]
        for message_id, said in reversed(earlier[-within:]):
            if said == shown:
                return Stands(message_id)
        return Absent()

    def entries(self, channel_id: int) -> frozenset[str]:
        """Return the ids of all entries that were shown lately in a channel."""
        said = self._lines(channel_id).values()
        return frozenset(id_ for shown in said for id_ in shown.entry_ids)

    def _lines(self, channel_id: int) -> Mapping[int, Shown]:
        return self._channels.get(channel_id, NO_LINES)

    def _keep(self, channel_id: int, lines: Mapping[int, Shown]) -> None:
        """Keep the latest *lines*; a channel in which no answer stands any more is forgotten."""
        latest = dict(sorted(lines.items())[-LOOK_BACK:])
        if any(shown.entry_ids for shown in latest.values()):
            self._channels.put(channel_id, latest)
        else:
            self._channels.drop(channel_id)
