"""A private message of ours beside the cards: a heading, some lines, a row of buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from discord import ui

from bot.views.layout import Layout


class Panel(Layout):
    """*texts* are Markdown, each a block of its own; *rows* stand under them."""

    def __init__(self, texts: Sequence[str], rows: Iterable[Sequence[ui.Item[Any]]] = ()) -> None:
        super().__init__()
        container: ui.Container[Self] = ui.Container()
        for text in texts:
            container.add_item(ui.TextDisplay(text))
        if shown := [row for row in rows if row]:
            container.add_item(ui.Separator(visible=False))
            add_rows(container, shown)
        self.add_item(container)


def add_rows(
    to: ui.LayoutView | ui.Container[Any], rows: Iterable[Sequence[ui.Item[Any]]]
) -> None:
    """Add *rows*, each of up to five buttons or one select, if any, at the end."""
    for row in filter(None, rows):
        to.add_item(ui.ActionRow(*row))
