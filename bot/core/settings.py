"""All settings of a server, for its moderators to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.model import Base
from bot.core.notice import line
from bot.core.reply import Reply
from bot.core.server import ServerSettings, Value
from bot.core.setting import AnyOf, Channel, Channels, OneOf, Option, Role, Setting, Tab
from bot.core.speech import Speech, marked

TAB_NAMES = {
    Tab.ANSWERS: marked("Answers"),
    Tab.NOISE: marked("Noise"),
    Tab.CURATORS: marked("Curators"),
}


def _words(key: str, value: Value, message: str) -> Option:
    return Option(key, value, lambda speech: speech.say(message))


def _name(key: str, name: str) -> Option:
    """Languages and sources are called by their own names, so that everybody finds theirs."""
    return Option(key, key, lambda _: name)


def _time(seconds: int) -> Option:
    minutes, rest = divmod(seconds, 60)
    if rest:
        return Option(
            str(seconds), seconds, lambda speech: speech.say("{number} seconds", number=seconds)
        )
    return Option(
        str(seconds),
        seconds,
        lambda speech: speech.plural("{number} minute", "{number} minutes", minutes),
    )


def _messages(count: int) -> Option:
    return Option(
        str(count),
        count,
        lambda speech: speech.say("Within the last {number} messages", number=count),
    )


NO_WAIT = _words("0", 0, marked("No wait"))
WAITS = (NO_WAIT, *map(_time, (5, 10, 30, 60, 300)))

SETTINGS = (
    Setting(
        "answer_in",
        Tab.ANSWERS,
        marked("Channels for mentions"),
        marked("Where I answer when I am mentioned. None chosen: everywhere."),
        Channels(),
    ),
    Setting(
        "private",
        Tab.ANSWERS,
        marked("Answers to /ask"),
        marked("Whoever asks can choose otherwise each time."),
        OneOf(
            (
                _words("public", False, marked("For everybody to see")),
                _words("private", True, marked("For whoever asks alone")),
            )
        ),
    ),
    Setting(
        "lang",
        Tab.ANSWERS,
        marked("Language"),
        marked("How I speak here. A question is answered in its own language."),
        OneOf(
            (
                _words("own", "", marked("Each member's own")),
                _name("en", "English"),
                _name("ko", "한국어"),
                _name("ja", "日本語"),
            )
        ),
    ),
    Setting(
        "person_cooldown_s",
        Tab.NOISE,
        marked("Wait for each member"),
        marked("How long a member waits between two answers for all to see."),
        OneOf(WAITS),
    ),
    Setting(
        "channel_cooldown_s",
        Tab.NOISE,
        marked("Wait for each channel"),
        marked("How long a whole channel waits between two answers for all to see."),
        OneOf(WAITS),
    ),
    Setting(
        "repeat_within",
        Tab.NOISE,
        marked("Link instead of repeating"),
        marked("When I link to an answer that already stands in the channel."),
        OneOf((_words("0", 0, marked("Never")), *map(_messages, (3, 5, 10, 20)))),
    ),
    Setting(
        "curator_role",
        Tab.CURATORS,
        marked("Curators' role"),
        marked("Who deals with reports and with questions that members send."),
        Role(),
    ),
    Setting(
        "curator_channel",
        Tab.CURATORS,
        marked("Curators' channel"),
        marked("Where reports and such questions arrive. None chosen: they wait in /inbox."),
        Channel(),
    ),
    Setting(
        "shadow_in",
        Tab.CURATORS,
        marked("Channels on trial"),
        marked("There, what I would have answered goes to the curators' channel alone."),
        Channels(),
    ),
)
"""Those that are the same for every base, in the order in which they are shown."""

MOST_SOURCES = 25
"""As many options as Discord allows in a select."""


def all_settings(base: Base) -> tuple[Setting, ...]:
    """Return the settings with *base*, the choice among its sources included."""
    return (*SETTINGS, _sources(base))


def find_setting(field: str, base: Base) -> Setting:
    """Return the setting of *field*; raise `KeyError` if there is none."""
    return {setting.field: setting for setting in all_settings(base)}[field]


def of_tab(tab: Tab, base: Base) -> tuple[Setting, ...]:
    """Return the settings that are shown together: a single source leaves nothing to choose."""
    shown = all_settings(base) if len(base.sources) > 1 else SETTINGS
    return tuple(setting for setting in shown if setting.tab is tab)


def _sources(base: Base) -> Setting:
    options = (_name(source.id, source.title) for source in base.sources[:MOST_SOURCES])
    return Setting(
        "sources",
        Tab.ANSWERS,
        marked("Sources"),
        marked("What I answer from here. None chosen: all of them."),
        AnyOf(tuple(options)),
    )


def remarks(
    settings: ServerSettings, writable: Mapping[int, bool], speech: Speech
) -> tuple[str, ...]:
    """Return what will not work as it is set.

    *writable* tells of each channel that there is whether the bot may write in it.
    """
    writing = (*settings.answer_in, settings.curator_channel)
    silent = " ".join(f"<#{id_}>" for id_ in writing if not writable.get(id_, True))
    without = silent and speech.say(
        "I may not write in {channels}: give me View Channel and Send Messages there.",
        channels=silent,
    )
    nowhere = settings.shadow_in and settings.curator_channel not in writable
    untold = speech.say("Channels on trial need a curators' channel.") if nowhere else ""
    mute = settings.answer_in and writable.keys().isdisjoint(settings.answer_in)
    gone = speech.say("The channels for mentions are gone, so I answer no mention. Choose others.")
    return tuple(filter(None, (without, untold, gone if mute else "")))


def not_yours(speech: Speech) -> Reply:
    """Return the card for somebody who may not change settings."""
    return line(
        speech, speech.say("Settings are for members who have the Manage Server permission.")
    )
