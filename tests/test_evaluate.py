"""How often a base is right, and how often it answers in vain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.core.decide import choose
from bot.core.model import Base, Decision, Decline, NothingFound, Suggest
from bot.errors import QuestionsError
from bot.evaluate import Outcome, Row, Share, ask_all, figures, write_records
from bot.knowledge.questions import Question, read_questions

GOLDEN = """\
- id: g1
  text: Who wrote it?
  reach: [author, keepers]
- id: g2
  text: "어디?"
  reach: decline
  style: neartopic
  lang: ko
"""

EVALUATION = """\
- id: d1
  text: "Who wrote it?"
  kind: answerable
  style: casual
  lang: en
  gold: [meta, p4]
- id: d2
  text: "?!"
  kind: unanswerable
  style: offtopic
  lang: en
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a file of questions; the current folder is the one it stands in."""
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        path = tmp_path / "questions.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_golden_question_says_why_it_may_fail(write):
    told = GOLDEN.replace("lang: ko", "may_fail: Korean is not read yet")

    assert [each.may_fail for each in read_questions(write(told))] == [False, True]


def test_golden_questions_name_the_entries_that_may_answer(write):
    assert read_questions(write(GOLDEN)) == (
        Question("g1", "Who wrote it?", "plain", "en", reach=frozenset({"author", "keepers"})),
        Question("g2", "어디?", "neartopic", "ko"),
    )


def test_questions_of_an_evaluation_set_name_the_places_that_count(write):
    assert read_questions(write(EVALUATION)) == (
        Question("d1", "Who wrote it?", "casual", "en", gold=frozenset({"meta", "p4"})),
        Question("d2", "?!", "offtopic", "en"),
    )


def test_a_question_without_right_answers_must_be_declined(write):
    assert [each.answerable for each in read_questions(write(GOLDEN))] == [True, False]
    assert [each.answerable for each in read_questions(write(EVALUATION))] == [True, False]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "no questions here"),
        ("a: b", 1, "no questions here"),
        ("- id: x\n  text: hm\n", 1, "`reach`"),
        ("- just words\n", 1, "`reach`"),
        ("- id: x\n  text: hm\n  kind: answerable\n  style: a\n  lang: en\n", 1, "`gold`"),
        ("- {id: x, text: hm, kind: unanswerable, gold: [p1]}\n", 1, "`gold`"),
        ("- {id: x, text: hm, kind: perhaps}\n", 1, "'kind'"),
        (GOLDEN + "- id: g3\n  text: hm\n  reach: []\n", 11, "'reach'"),
        (
            GOLDEN + "- id: g3\n  text: hm\n  reach: [decline]\n",
            11,
            "write reach: decline, without brackets",
        ),
        (GOLDEN + "- id: g3\n  text: hm\n  reach: [a]\n  colour: red\n", 12, "'colour'"),
        ("- id: [\n", 2, "the file ends within a bracket: close it"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(write, text: str, line: int, said: str):
    with pytest.raises(QuestionsError) as caught:
        read_questions(write(text))

    assert str(caught.value).startswith(f"questions.yaml:{line}: ")
    assert said in str(caught.value)


def test_all_problems_of_a_file_are_told_together(write):
    with pytest.raises(QuestionsError) as caught:
        read_questions(write("- {id: x, reach: decline}\n- {id: y, reach: decline}\n"))

    assert len(str(caught.value).splitlines()) == 2


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(QuestionsError, match=r"nowhere\.yaml:1: the file cannot be read"):
        read_questions(tmp_path / "nowhere.yaml")


def test_every_question_is_asked_in_order_and_timed(index, write):
    outcomes = ask_all(index, read_questions(write(EVALUATION)))

    assert [each.question.id for each in outcomes] == ["d1", "d2"]
    assert outcomes[0].right
    assert not outcomes[1].answered
    assert all(each.latency_ms > 0 for each in outcomes)


@pytest.fixture
def asked(base: Base) -> list[Outcome]:
    """Seven questions whose figures can be counted by hand."""
    right = choose(base, "author", "en")
    wrong = choose(base, "foghorn", "en")
    curated = choose(base, "nc-cost", "en")
    offered = Suggest((base.by_id["keepers"], base.by_id["author"]), "en", 0.2, right.reasons)
    nothing = Decline(NothingFound(), (), "en", 0.0, right.reasons)

    def outcome(decision: Decision, style: str, lang: str, ms: float, *gold: str) -> Outcome:
        choices = decision.entries if isinstance(decision, Suggest) else ()
        return Outcome(
            Question("q", "?", style, lang, gold=frozenset(gold)), decision, ms, choices
        )

    return [
        outcome(right, "plain", "en", 1, "meta"),
        outcome(right, "plain", "en", 2, "p9", "meta"),
        outcome(wrong, "plain", "en", 3, "meta"),
        outcome(offered, "plain", "ko", 4, "meta"),
        outcome(curated, "plain", "ko", 5, "p1"),
        outcome(wrong, "offtopic", "en", 6),
        outcome(nothing, "offtopic", "en", 7),
    ]


def test_the_figures_are_those_counted_by_hand(asked: list[Outcome]):
    """A curated decline is no answer, whatever it cites, and a suggestion is not right yet."""
    found = figures(asked)

    assert found.accuracy == Share(2, 5)
    assert found.english_accuracy == Share(2, 3)
    assert found.offered == Share(3, 5)
    assert found.false_answers == Share(1, 2)
    assert (found.p50_ms, found.p99_ms) == (4, 6)


def test_near_topic_questions_are_counted_by_themselves_where_there_are_any(base: Base):
    """They are the hardest to decline; an answerable one of that style is none of them."""
    answer, curated = choose(base, "author", "en"), choose(base, "nc-cost", "en")
    near = Question("q", "?", "neartopic", "en")
    answerable = Question("q", "?", "neartopic", "en", gold=frozenset({"meta"}))
    asked = [Outcome(near, answer, 1), Outcome(near, curated, 1), Outcome(answerable, answer, 1)]

    assert figures(asked).near_topic == Share(1, 2)
    assert figures(asked[2:]).near_topic == Share(0, 0)


def test_the_table_has_a_row_for_each_style_and_language(asked: list[Outcome]):
    none = Share(0, 0)

    assert figures(asked).rows == (
        Row("plain", "en", Share(2, 3), Share(2, 3), none),
        Row("plain", "ko", Share(0, 2), Share(1, 2), none),
        Row("offtopic", "en", none, none, Share(1, 2)),
    )


@pytest.mark.parametrize(
    ("share", "shown"), [(Share(1, 8), "12.5 % (1/8)"), (Share(0, 0), "- (0/0)")]
)
def test_a_share_is_shown_with_its_counts(share: Share, shown: str):
    assert str(share) == shown


def test_records_are_written_one_a_line(asked: list[Outcome], base: Base, tmp_path: Path):
    path = tmp_path / "records.jsonl"

    write_records(path, asked, base)

    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [record["decision"] for record in records] == [
        *("answer", "answer", "answer", "suggest", "decline", "answer", "decline")
    ]
    assert records[0]["cites"] == ["meta"]
    assert records[3]["choices"][1] == {"entry": "author", "cites": ["meta"]}
