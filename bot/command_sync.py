"""Commands are sent to Discord when they differ from those that it has, and only then.

Discord allows few registrations a day, and each makes members' clients load the commands again.
"""

from __future__ import annotations

import logging
from typing import Any

from discord import app_commands
from discord.http import Route

from bot.answerer import Answerer

_log = logging.getLogger(__name__)

_ADDED_BY_DISCORD = {"id", "application_id", "guild_id", "version", "dm_permission"}


async def sync_if_changed(client: Answerer, translator: app_commands.Translator) -> dict[str, int]:
    """Send the client's commands to Discord if it has others; return the id of each, by name.

    The raw payloads are compared: `app_commands.AppCommand.to_dict` leaves out permissions, and
    discord.py's own request brings no translations.
    """
    if client.application_id is None:
        raise app_commands.MissingApplicationID
    registered = await client.http.request(
        Route("GET", "/applications/{id}/commands", id=client.application_id),
        params={"with_localizations": "true"},
    )
    if _comparable(registered) == _comparable(await _payloads(client.tree, translator)):
        return {command["name"]: int(command["id"]) for command in registered}
    await client.tree.set_translator(translator)
    synced = await client.tree.sync()
    _log.info("Sent the commands to Discord")
    return {command.name: command.id for command in synced}


async def _payloads(
    tree: app_commands.CommandTree[Any], translator: app_commands.Translator
) -> list[dict[str, Any]]:
    commands = tree.get_commands()
    return [await each.get_translated_payload(tree, translator) for each in commands]


def _comparable(payloads: Any) -> list[Any]:
    commands = [_essence(payload) for payload in payloads]
    return sorted(commands, key=lambda command: (command["type"], command["name"]))


def _essence(value: Any) -> Any:
    """Drop what Discord adds and what says no more than its absence would."""
    if isinstance(value, dict):
        essence = {key: _essence(item) for key, item in value.items()}
        return {
            key: str(item) if key == "default_member_permissions" else item
            for key, item in essence.items()
            if key not in _ADDED_BY_DISCORD and item not in (None, False, "", [], {})
        }
    if isinstance(value, list):
        numbers = all(isinstance(item, int) for item in value)
        return sorted(value) if numbers else [_essence(item) for item in value]
    return value
