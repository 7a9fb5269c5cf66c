"""What moderators may choose fits what is stored."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from builders import BAKERY

from bot.core.server import ServerSettings
from bot.core.setting import AnyOf, Channel, Channels, OneOf, Role, Setting, Tab
from bot.core.settings import TAB_NAMES, all_settings, find_setting, of_tab, remarks
from bot.core.speech import ENGLISH

(BOOK,) = BAKERY.sources
SHELF = replace(BAKERY, sources=(BOOK, replace(BOOK, id="mill", title="*Grain*")))
DEFAULTS = ServerSettings()
SETTINGS = all_settings(SHELF)
WRITTEN_OUT = [each for each in SETTINGS if isinstance(each.choice, OneOf)]


def name(setting: Setting) -> str:
    return setting.field


def test_there_is_one_setting_for_each_field():
    assert sorted(map(name, SETTINGS)) == sorted(field.name for field in fields(DEFAULTS))


def test_a_single_source_leaves_nothing_to_choose():
    assert "sources" not in [each.field for each in of_tab(Tab.ANSWERS, BAKERY)]


def test_of_very_many_sources_as_many_are_offered_as_a_select_takes():
    many = tuple(replace(BOOK, id=f"book-{number}") for number in range(30))
    choice = find_setting("sources", replace(BAKERY, sources=many)).choice
    assert isinstance(choice, AnyOf)
    assert len(choice.options) == 25


def test_each_setting_is_on_a_tab():
    shown = [each.field for tab in Tab for each in of_tab(tab, SHELF)]
    assert sorted(shown) == sorted(map(name, SETTINGS))
    assert set(TAB_NAMES) == set(Tab)


@pytest.mark.parametrize("setting", WRITTEN_OUT, ids=name)
def test_the_default_is_among_the_options(setting: Setting):
    assert isinstance(setting.choice, OneOf)
    assert setting.of(DEFAULTS) in [option.value for option in setting.choice.options]


@pytest.mark.parametrize("setting", WRITTEN_OUT, ids=name)
def test_every_option_is_read_as_its_value_and_said_as_its_label(setting: Setting):
    assert isinstance(setting.choice, OneOf)
    for option in setting.choice.options:
        value = setting.read([option.key])
        assert (value, type(value)) == (option.value, type(setting.of(DEFAULTS)))
        assert setting.say(value, ENGLISH) == option.label(ENGLISH)


@pytest.mark.parametrize(
    ("field", "chosen", "value", "said"),
    [
        ("answer_in", ["3", "5"], (3, 5), "<#3> <#5>"),
        ("answer_in", [], (), "none"),
        ("curator_channel", ["3"], 3, "<#3>"),
        ("curator_channel", [], 0, "none"),
        ("curator_role", ["7"], 7, "<@&7>"),
        ("curator_role", [], 0, "none"),
        ("sources", ["mill", "bakery"], ("bakery", "mill"), "Bread before dawn · *Grain*"),
        ("sources", ["mill", "gone"], ("mill",), "*Grain*"),
        ("sources", [], (), "All of them"),
        ("private", ["private"], True, "For whoever asks alone"),
        ("lang", ["own"], "", "Each member's own"),
        ("lang", ["ko"], "ko", "한국어"),
        ("person_cooldown_s", ["0"], 0, "No wait"),
        ("person_cooldown_s", ["30"], 30, "30 seconds"),
        ("person_cooldown_s", ["60"], 60, "1 minute"),
        ("person_cooldown_s", ["300"], 300, "5 minutes"),
        ("repeat_within", ["5"], 5, "Within the last 5 messages"),
    ],
)
def test_what_is_chosen_is_read_and_said(field: str, chosen: list[str], value: object, said: str):
    setting = find_setting(field, SHELF)
    assert setting.read(chosen) == value
    assert setting.say(setting.read(chosen), ENGLISH) == said


def test_a_choice_that_is_not_offered_is_no_value():
    with pytest.raises(KeyError):
        find_setting("person_cooldown_s", SHELF).read(["7"])


@pytest.mark.parametrize("kind", [AnyOf, Channel, Channels, OneOf, Role])
def test_every_kind_of_choice_is_used(kind: type):
    assert any(isinstance(setting.choice, kind) for setting in SETTINGS)


@pytest.mark.parametrize(
    ("settings", "writable", "said"),
    [
        (DEFAULTS, {3: False}, []),
        (ServerSettings(answer_in=(3, 5)), {3: True, 5: False}, ["I may not write in <#5>"]),
        (ServerSettings(curator_channel=7), {7: False}, ["I may not write in <#7>"]),
        (ServerSettings(shadow_in=(3,)), {3: False}, ["Channels on trial need a curators' "]),
        (ServerSettings(shadow_in=(3,), curator_channel=7), {3: True, 7: True}, []),
        (ServerSettings(shadow_in=(3,), curator_channel=7), {3: True}, ["Channels on trial need"]),
        (ServerSettings(answer_in=(3, 5)), {5: True}, []),
        (ServerSettings(answer_in=(3, 5)), {7: True}, ["The channels for mentions are gone"]),
    ],
)
def test_what_will_not_work_is_said(
    settings: ServerSettings, writable: dict[int, bool], said: list[str]
):
    found = remarks(settings, writable, ENGLISH)
    assert len(found) == len(said)
    assert all(line.startswith(start) for line, start in zip(found, said, strict=True))
