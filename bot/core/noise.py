"""Where the bot speaks, and how often. Time comes in as seconds since any fixed moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.core.latest import Latest
from bot.core.server import ServerSettings, UnreadSettings
from bot.core.speech import marked

FLOOD_S = 1.0
"""Who writes again sooner has not read the answer, and is not told anything either."""

MOST_CORRECTIONS = 5
"""How many edits of its question an answer follows."""

IN_DIRECT_MESSAGES = ServerSettings(person_cooldown_s=0, repeat_within=0)
"""There is nobody to disturb there; only a flood is held back."""


class Place(Enum):
    """What becomes of an answer in a channel."""

    OPEN = auto()
    SHADOWED = auto()
    CLOSED = auto()
    UNKNOWN = auto()


def place(settings: ServerSettings, channel_ids: frozenset[int]) -> Place:
    """Return what a channel is to the bot; of a thread, *channel_ids* hold its channel's too."""
    if isinstance(settings, UnreadSettings):
        return Place.UNKNOWN
    if channel_ids.intersection(settings.shadow_in):
        return Place.SHADOWED
    if settings.answer_in and not channel_ids.intersection(settings.answer_in):
        return Place.CLOSED
    return Place.OPEN


@dataclass(frozen=True, slots=True)
class Answerable:
    """The question may be answered; the cooldowns run from now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The person is to be told, this once, that they may ask again at the time *until*."""

    until: float


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing is said: it has been said already, or it is a flood."""


Turn = Answerable | Wait | Ignored


@dataclass(frozen=True, slots=True)
class _Rest:
    """Since when a person or a channel rests, until when, and whether that has been told."""

    since: float
    until: float
    told: bool = False


_RESTED = _Rest(float("-inf"), float("-inf"))


@dataclass(frozen=True, slots=True)
class Aloud:
    """The answer to a command may be seen by all."""


@dataclass(frozen=True, slots=True)
class Hushed:
    """Only who asked is to see it; *why* is a message for them."""

    why: str


Loudness = Aloud | Hushed

ON_TRIAL = Hushed(marked("I am on trial in this channel, so only you can see this."))
ENOUGH = Hushed(marked("I have just spoken in this channel, so only you can see this."))
IN_DOUBT = Hushed(
    marked("I cannot read this server's settings at the moment, so only you can see this.")
)


class Corrections:
    """How often answers followed their questions' edits, in memory that is bounded.

    Cooldowns do not hold them up: a typo is mended within seconds, and nobody is disturbed.
    """

    def __init__(self) -> None:
        self._made: Latest[int, int] = Latest()

    def ask(self, message_id: int) -> bool:
        """Tell whether the answer to a message may follow one more edit, and count it if so."""
        made = self._made.get(message_id, 0)
        if made < MOST_CORRECTIONS:
            self._made.put(message_id, made + 1)
        return made < MOST_CORRECTIONS


class Cooldowns:
    """Who was answered last, and where, in memory that is bounded."""

    def __init__(self) -> None:
        self._people: Latest[tuple[int, int], _Rest] = Latest()
        self._channels: Latest[int, _Rest] = Latest()

    def ask(
        self, guild_id: int, channel_id: int, user_id: int, now: float, settings: ServerSettings
    ) -> Turn:
        """Return what becomes of a question, and let the cooldowns run if it is answered."""
        person = self._people.get((guild_id, user_id), _RESTED)
        channel = self._channels.get(channel_id, _RESTED)
        if now < person.since + FLOOD_S:
            return Ignored()
        if now >= max(person.until, channel.until):
            self._people.put((guild_id, user_id), _Rest(now, now + settings.person_cooldown_s))
            self._channels.put(channel_id, _Rest(now, now + settings.channel_cooldown_s))
            return Answerable()
        if person.until >= channel.until:
            self._people.put((guild_id, user_id), replace(person, told=True))
            return Ignored() if person.told else Wait(person.until)
        self._channels.put(channel_id, replace(channel, told=True))
        return Ignored() if channel.told else Wait(channel.until)
