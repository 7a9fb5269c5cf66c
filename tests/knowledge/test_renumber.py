"""New paragraph numbers change digits in a file of entries, and nothing else."""

from __future__ import annotations

import pytest

from bot.knowledge import document
from bot.knowledge.draft.renumber import renumber

ENTRIES = """\
# Boats; 2 is the best one.
- id: boats-2
  question: "Are there 2 boats?"   # asked often
  phrasings: [2 boats,
    '3 of them']
  answer: There are 2.
  cites: [2, 3, meta]
  evidence:
    2: [2]   # the number
    3: ["3"]
  kind: reported

- {id: pier, question: Whose pier is it?, cites: [ 3 ], evidence: {3: [salt]}}
- {id: salt, phrasings: [how come?, why salt?],
	cites: [meta,3 ,2]}
"""


def test_only_cites_and_keys_of_evidence_change() -> None:
    assert renumber(ENTRIES, {2: 3, 3: 12}) == (
        ENTRIES.replace("cites: [2, 3, meta]", "cites: [3, 12, meta]")
        .replace("    3: [", "    12: [")
        .replace("    2: [", "    3: [")
        .replace("cites: [ 3 ], evidence: {3:", "cites: [ 12 ], evidence: {12:")
        .replace("[meta,3 ,2]", "[meta,12 ,3]")
    )


@pytest.mark.parametrize("text", ["", "[]\n", ENTRIES, ENTRIES.replace("\n", "\r\n")])
def test_without_new_numbers_a_file_stays_as_it_is(text: str) -> None:
    assert renumber(text, {}) == text


def test_letters_beyond_ascii_before_a_number_do_not_shift_it() -> None:
    text = "- id: é\n  question: “Où” 🚢\n  cites: [2]\n"

    assert document.parse(renumber(text, {2: 7}), "x").value[0]["cites"] == [7]
