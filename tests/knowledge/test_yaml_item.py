"""An entry as YAML: laid out as people do, and read as it was."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import document
from bot.knowledge.editing.yaml_item import reads_back, to_item
from bot.knowledge.references import read_content
from bot.knowledge.schema import EntrySpec, TranslationSpec

SHIPPED = Path(__file__).parents[2] / "knowledge"
LONG = "A sentence that goes on, with a colon: and more, until it is longer than one line can be."


def entry(**values: object) -> EntrySpec:
    """An entry with these values, and others where they do not matter."""
    needed = {
        "id": "north-granite",
        "question": "What is the north tower built of?",
        "phrasings": ["which stone", "no"],
        "answer": "Of red granite.",
        "kind": "reported",
        "cites": [2, "meta"],
    }
    return EntrySpec(**needed | values)


def test_lists_of_places_stand_on_a_line_and_phrasings_below_each_other():
    spec = entry(evidence={2: ["red granite", "1887"]}, related=["keepers"], answer=LONG)

    assert to_item(spec) == (
        "- id: north-granite\n"
        "  question: What is the north tower built of?\n"
        "  phrasings:\n"
        "    - which stone\n"
        "    - 'no'\n"
        "  answer: >-\n"
        f"    {LONG}\n"
        "  kind: reported\n"
        "  cites: [2, meta]\n"
        "  evidence: {2: [red granite, '1887']}\n"
        "  related: [keepers]\n"
    )


def test_every_shipped_entry_reads_back_as_it_is():
    shipped = read_content(SHIPPED).entries

    assert [each.spec.id for each in shipped if not reads_back(each.spec)] == []


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_any_text_reads_back_or_is_known_not_to(question: str, phrasing: str, answer: str):
    japanese = TranslationSpec.model_construct(
        question=question, answer=answer, phrasings=[phrasing]
    )
    spec = entry(answer="x").model_copy(
        update={"question": question, "phrasings": [phrasing], "answer": answer, "ja": japanese}
    )

    if reads_back(spec):
        read = document.parse(to_item(spec), "an item")
        assert read.value == [spec.model_dump(exclude_defaults=True)]


def test_a_control_character_does_not_read_back():
    assert not reads_back(entry(answer="Of red\x07 granite."))
