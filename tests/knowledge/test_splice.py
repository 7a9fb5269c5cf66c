"""Items put into the text of a file: nothing beside them changes."""

from __future__ import annotations

import pytest

from bot.errors import EditError
from bot.knowledge import document
from bot.knowledge.editing.splice import HEAD, splice

FILE = """\
# Written by hand.

# -- towers --
- id: north   # the old one
  phrasings: [
    a,  b ]

- id: south
  answer: >-
    Folded

    by hand.

# -- people --
- id: keepers
"""
NEW = "- id: new\n  phrasings:\n    - c\n"


def spliced(text: str = FILE, **changes: object) -> str:
    return splice(text, "entries.yaml", **({"replaced": {}, "added": []} | changes))


@pytest.mark.parametrize(
    ("after", "above", "below"),
    [
        (0, "    a,  b ]\n\n", "\n- id: south\n"),
        (1, "    by hand.\n\n", "\n# -- people --\n"),
        (2, "- id: keepers\n\n", ""),
        (None, "- id: keepers\n\n", ""),
    ],
)
def test_an_item_goes_between_two_others_with_a_blank_line_to_each(
    after: int | None, above: str, below: str
):
    found = spliced(added=[NEW], after=after)

    assert above + NEW + below in found
    assert found.replace(NEW + "\n", "", 1).replace("\n" + NEW, "", 1) == FILE


def test_a_replaced_item_leaves_all_others_as_they_were():
    found = spliced(replaced={1: NEW})

    old = FILE[FILE.index("- id: south") : FILE.index("\n# -- people")]
    assert found == FILE.replace(old, NEW)


def test_some_are_replaced_while_others_are_added():
    found = spliced(replaced={0: NEW, 2: NEW}, added=[NEW.replace("new", "last")])

    assert found.count("- id: new\n") == 2
    assert found.endswith("    - c\n\n- id: last\n  phrasings:\n    - c\n")


def test_an_empty_file_begins_with_its_schema():
    assert spliced("", added=[NEW, NEW]) == f"{HEAD}{NEW}\n{NEW}"


def test_the_ends_of_lines_and_the_margin_are_those_of_the_file():
    text = "  - id: north\r\n\r\n  - id: south"

    found = spliced(text, added=[NEW], after=0)

    assert found == (
        "  - id: north\r\n\r\n  - id: new\r\n    phrasings:\r\n      - c\r\n\r\n  - id: south\r\n"
    )


def test_a_file_that_nobody_could_read_is_not_made():
    long = f"- id: long\n  answer: {'x' * document.FILE_LIMIT_BYTES}\n"

    with pytest.raises(EditError, match=r"^entries\.yaml would be too long to be read"):
        spliced(added=[long])


@pytest.mark.parametrize(
    "text", ["[{id: north}, {id: south}]", "id: north", "- id: north\n- id: [", "-\n  id: north\n"]
)
def test_a_file_that_is_laid_out_otherwise_is_refused(text: str):
    with pytest.raises(EditError, match=r"^entries\.yaml is no list with a dash"):
        spliced(text, replaced={0: NEW} if "north" in text else {}, added=[NEW], after=0)
