"""A stub waits for its author: it answers nobody, and no check passes over it."""

from __future__ import annotations

import pytest
from ferry import ENTRIES, WriteFolder

from bot.errors import BaseError
from bot.knowledge.check import check
from bot.knowledge.load import load

STUB = """\
- id: fares
  question: What does the article say about fares?
  kind: stub
  cites: [4]
  evidence: {4: [fares, half]}
"""
FILE = "ferry/entries/ferry.yaml"


def test_a_stub_is_no_problem_and_listed_with_what_it_lacks(folder: WriteFolder) -> None:
    report = check(folder(**{FILE: ENTRIES + STUB}))

    assert report.problems == ()
    line = ENTRIES.count("\n") + 1
    assert [str(stub) for stub in report.stubs] == [
        f"knowledge/{FILE}: 1 stub waits for an answer, line {line}"
    ]
    assert report.summary.startswith("0 problems: 1 source, 2 answers, 1 not covered")
    assert report.summary.endswith(", 1 stub")


def test_the_stubs_of_a_file_are_one_line_beside_those_that_wait_for_their_kind_alone(
    folder: WriteFolder,
) -> None:
    answered = STUB.replace("id: fares", "id: fare") + "  answer: They fall by half.\n"
    third = STUB.replace("id: fares", "id: children")

    report = check(folder(**{FILE: STUB + answered + third + ENTRIES}))

    assert [str(waiting) for waiting in report.stubs] == [
        f"knowledge/{FILE}: 2 stubs wait for an answer, lines 1, 12",
        f"knowledge/{FILE}: 1 stub waits for a kind (reported, argued, forecast or background), "
        "line 6",
    ]
    assert report.summary.endswith(", 3 stubs")


def test_a_stub_answers_nobody_and_is_offered_to_nobody(folder: WriteFolder) -> None:
    related = ENTRIES.replace("related: [pier]", "related: [fares, pier]")

    base = load(folder(**{FILE: related + STUB}))

    assert [entry.id for entry in base.entries] == ["strike", "pier", "captain-pay"]
    assert base.by_id["strike"].related == ("pier",)


def test_a_stub_leaves_the_version_of_the_base_alone(folder: WriteFolder) -> None:
    assert load(folder()).version == load(folder(**{FILE: ENTRIES + STUB})).version


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (STUB.replace("[4]", "[9]"), "the source has no paragraph 9"),
        (STUB.replace("id: fares", "id: pier"), "the entry 'pier' stands already"),
        (STUB + "  answers: so what\n", "the key 'answers' is not known here"),
        (STUB.replace("kind: stub", "kind: reported"), "the key 'answer' is missing"),
    ],
)
def test_a_stub_is_checked_like_an_entry(folder: WriteFolder, text: str, said: str) -> None:
    messages = [each.message for each in check(folder(**{FILE: ENTRIES + text})).problems]

    assert any(said in message for message in messages)


def test_a_stub_may_say_by_when_to_read_it_again(folder: WriteFolder) -> None:
    dated = STUB + '  review_by: "2027-01-31"\n'

    assert check(folder(**{FILE: ENTRIES + dated})).problems == ()


def test_a_golden_question_cannot_reach_a_stub(folder: WriteFolder) -> None:
    golden = "- {id: g1, text: how much is a ticket, reach: [fares]}\n"
    files = {FILE: ENTRIES + STUB, "ferry/questions.yaml": golden}

    (problem,) = check(folder(**files)).problems

    assert str(problem) == (
        "knowledge/ferry/questions.yaml:1: 'fares' is still a stub: write its answer first"
    )


def test_stubs_alone_are_no_base(folder: WriteFolder) -> None:
    with pytest.raises(BaseError, match="every entry is still a stub: write the answer of one"):
        load(folder(**{FILE: STUB}))
