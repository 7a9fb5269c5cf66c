"""One setting of a server as its moderators see it: what it is called, what may be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never, cast

from bot.core.server import ServerSettings, Value
from bot.core.speech import Speech


class Tab(StrEnum):
    """What is shown of the settings at a time."""

    ANSWERS = "answers"
    NOISE = "noise"
    CURATORS = "curators"


@dataclass(frozen=True, slots=True)
class Channels:
    """Any number of channels, as a tuple of ids."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel to write in, or none: an id, or 0."""


@dataclass(frozen=True, slots=True)
class Role:
    """One role, or none: an id, or 0."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few values; *key* stands for it in a select."""

    key: str
    value: Value
    label: Callable[[Speech], str]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values that are written out."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any number of a few values that are written out, as a tuple; none stands for all."""

    options: tuple[Option, ...]


Choice = Channels | Channel | Role | OneOf | AnyOf


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of `ServerSettings`; *name* and *hint* are messages."""

    field: str
    tab: Tab
    name: str
    hint: str
    choice: Choice

    def of(self, settings: ServerSettings) -> Value:
        """Return what is set."""
        return cast(Value, getattr(settings, self.field))

    def read(self, chosen: Sequence[str]) -> Value:
        """Return the value that *chosen* stands for: ids of channels or of a role, or one key.

        Raises `KeyError` for a key that is not the one option that there may be. Of several, those
        that have gone since they were offered are passed over.
        """
        match self.choice:
            case Channels():
                return tuple(map(int, chosen))
            case Channel() | Role():
                return int(chosen[0]) if chosen else 0
            case OneOf(options):
                return {option.key: option.value for option in options}["".join(chosen)]
            case AnyOf(options):
                return tuple(option.key for option in options if option.key in chosen)
            case _:
                assert_never(self.choice)

    def say(self, value: Value, speech: Speech) -> str:
        """Return *value* as Discord shows it."""
        match self.choice:
            case Channels():
                ids = cast(tuple[int, ...], value)
                return " ".join(f"<#{id_}>" for id_ in ids) or speech.say("none")
            case Channel():
                return f"<#{value}>" if value else speech.say("none")
            case Role():
                return f"<@&{value}>" if value else speech.say("none")
            case OneOf(options):
                labels = (each.label(speech) for each in options if each.value == value)
                return next(labels, str(value))
            case AnyOf(options):
                keys = cast(tuple[str, ...], value)
                found = [each.label(speech) for each in options if each.key in keys]
                return " · ".join(found) or speech.say("All of them")
            case _:
                assert_never(self.choice)
