"""What every message of ours is laid out as."""

from __future__ import annotations

from discord import ui


class Layout(ui.LayoutView):
    """Texts and buttons that discord.py need not keep.

    A button holds its own state and is taken by its class, after a restart too. What discord.py
    keeps of a view would grow with each message; and when it lets go of one, it forgets the
    classes of its buttons.
    """

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.stop()
