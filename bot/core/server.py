"""How the moderators of one server want the bot to behave there."""

from __future__ import annotations

from dataclasses import dataclass

Value = bool | int | str | tuple[int, ...] | tuple[str, ...]
"""What one of the settings can be."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What `/settings` changes. The defaults hold for a server that never changed anything.

    ``answer_in`` and ``shadow_in`` are channel ids: where mentions are answered (empty:
    everywhere), and where answers are only shown to the curators. ``private`` is the default of
    `/ask`. ``repeat_within``: an answer that stands among so many latest messages is linked to
    instead of repeated; 0 always repeats. ``lang``: ``en``, ``ko``, ``ja``, or empty for each
    member's own. A role or channel of 0 is none. ``sources`` are the ids of those that are used
    (empty: all).
    """

    answer_in: tuple[int, ...] = ()
    private: bool = False
    person_cooldown_s: int = 5
    channel_cooldown_s: int = 0
    repeat_within: int = 5
    lang: str = ""
    curator_role: int = 0
    curator_channel: int = 0
    shadow_in: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadSettings(ServerSettings):
    """What holds while nobody can tell what moderators set: the defaults, and nothing in public.

    Any channel may be closed, or on trial.
    """
