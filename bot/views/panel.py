"""A private message of ours beside the cards: a heading, some lines, a row of buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from discord import ui


class Panel(ui.LayoutView):
    """*texts* are Markdown, each a block of its own; *rows* stand under them."""

    def __init__(self, texts: Sequence[str], rows: Iterable[Sequence[ui.Item[Any]]] = ()) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Self] = ui.Container()
        for text in texts:
            container.add_item(ui.TextDisplay(text))
        self.add_item(container)
        add_rows(self, rows)


def add_rows(view: ui.LayoutView, rows: Iterable[Sequence[ui.Item[Any]]]) -> None:
    """Add *rows*, each of up to five buttons or one select, if any, at the end of *view*."""
    for row in filter(None, rows):
        view.add_item(ui.ActionRow(*row))
