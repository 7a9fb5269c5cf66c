"""Where the knowledge base is: in the current folder, or Footnote's own."""

from __future__ import annotations

from pathlib import Path

from bot.errors import NoKnowledgeError

PACKAGE = Path(__file__).parent


def knowledge_in(here: Path) -> Path:
    """Return ``knowledge`` in *here*, else *here*: whichever holds a folder with a source.

    So a base that ``footnote draft`` has begun in a folder is the one that is meant there. Raise
    `NoKnowledgeError` if neither does.
    """
    for folder in (here / "knowledge", here):
        if _holds_a_source(folder):
            return folder
    raise NoKnowledgeError


def shipped_knowledge() -> Path:
    """Return Footnote's own: that of the checkout, else the one that the wheel carries."""
    of_checkout = PACKAGE.parent / "knowledge"
    return of_checkout if _holds_a_source(of_checkout) else PACKAGE / "shipped_knowledge"


def _holds_a_source(folder: Path) -> bool:
    return any(folder.glob("*/source.yaml"))
