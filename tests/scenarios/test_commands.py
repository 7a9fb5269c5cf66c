"""Commands reach Discord when they changed, and only then."""

from __future__ import annotations

from simcord import Env


def _registrations(env: Env) -> int:
    requests = (entry for entry in env.http_requests if entry.method == "PUT")
    return sum(entry.path.endswith("/commands") for entry in requests)


async def test_a_new_bot_sends_its_commands(simcord_env: Env):
    assert _registrations(simcord_env) == 1


async def test_a_restart_sends_nothing_when_nothing_changed(simcord_env: Env, make_bot):
    await simcord_env.restart_bot(make_bot())

    assert _registrations(simcord_env) == 1


async def test_discords_own_additions_are_no_change(simcord_env: Env, make_bot):
    """Discord adds ids, versions and defaults to what it was sent."""
    for command in simcord_env.backend.commands[None].values():
        command |= {"version": "7", "nsfw": False}
        command["contexts"] = list(reversed(command["contexts"]))

    await simcord_env.restart_bot(make_bot())

    assert _registrations(simcord_env) == 1


async def test_commands_are_sent_in_the_languages_of_discords_clients(simcord_env: Env):
    (ask,) = [c for c in simcord_env.backend.commands[None].values() if c["name"] == "ask"]

    assert ask["name_localizations"] == {"ko": "질문", "ja": "質問"}
    assert set(ask["options"][0]["description_localizations"]) == {"ko", "ja"}


async def test_a_changed_translation_is_sent(simcord_env: Env, make_bot):
    for command in simcord_env.backend.commands[None].values():
        command["name_localizations"] = {"ko": "묻기"}

    await simcord_env.restart_bot(make_bot())

    assert _registrations(simcord_env) == 2


async def test_a_changed_description_is_sent(simcord_env: Env, make_bot):
    for command in simcord_env.backend.commands[None].values():
        command["description"] = "What it said last year"

    await simcord_env.restart_bot(make_bot())

    assert _registrations(simcord_env) == 2


async def test_changed_permissions_are_sent(simcord_env: Env, make_bot):
    for command in simcord_env.backend.commands[None].values():
        command["default_member_permissions"] = "32"

    await simcord_env.restart_bot(make_bot())

    assert _registrations(simcord_env) == 2
