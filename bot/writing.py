"""Who may write in a channel, looked at before anything is sent there."""

from __future__ import annotations

import discord


def may_write(allowed: discord.Permissions, channel: object) -> bool:
    """Tell whether *allowed* is enough to write in *channel*.

    A message that Discord refuses counts towards a ban. In a thread another permission counts,
    and a locked one is open to those alone who manage threads.
    """
    if not isinstance(channel, discord.Thread):
        return allowed.view_channel and allowed.send_messages
    is_open = not channel.locked or allowed.manage_threads
    return allowed.view_channel and allowed.send_messages_in_threads and is_open
