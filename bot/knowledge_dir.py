"""Where the knowledge base is: named, in the current folder, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def find_knowledge(named: Path | None, here: Path) -> Path:
    """Return the folder *named*, else ``knowledge`` in *here* if a source stands in it, else the
    one of the checkout, else the folder that the wheel carries.

    So a base that ``footnote draft`` has begun in a folder is the one that is meant there.
    """
    if named is not None:
        return named
    for folder in (here, PACKAGE.parent):
        if any((folder / "knowledge").glob("*/source.yaml")):
            return folder / "knowledge"
    return PACKAGE / "shipped_knowledge"
