"""The measures behind the benchmarks' figures, on cases small enough to work out by hand."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from benchmarks import data, matchers, measures, report, typos
from benchmarks.accuracy import judge
from benchmarks.data import Question
from benchmarks.matchers import Found
from benchmarks.typos import Slip

WAYS = {"greet": ["hello there", "good day", "hi"], "leave": ["see you", "good bye", "so long"]}


@pytest.mark.parametrize(
    ("inside", "outside", "area"),
    [
        ([0.8, 0.9], [0.1, 0.2], 1.0),
        ([0.1], [0.8, 0.9], 0.0),
        ([0.5, 0.5], [0.5], 0.5),
        ([0.2, 0.6], [0.4, 0.6], 1.5 / 4),
    ],
)
def test_the_area_is_the_share_of_pairs_in_order_with_half_for_a_tie(
    inside: list[float], outside: list[float], area: float
) -> None:
    assert measures.auroc(inside, outside) == pytest.approx(area)


@pytest.mark.parametrize(
    ("percent", "value"), [(0, 10.0), (25, 10.0), (50, 20.0), (99, 40.0), (100, 40.0)]
)
def test_a_percentile_is_a_value_that_occurred(percent: float, value: float) -> None:
    assert measures.percentile([40.0, 10.0, 30.0, 20.0], percent) == value


@pytest.mark.parametrize(
    ("at", "kind", "result"),
    [
        (1, Slip.MISS, "bxead"),
        (1, Slip.SKIP, "bead"),
        (1, Slip.EXTRA, "bxread"),
        (1, Slip.SWAP, "berad"),
        (4, Slip.SWAP, "brea"),
    ],
)
def test_each_slip_changes_one_place(at: int, kind: Slip, result: str) -> None:
    assert typos.slip("bread", at, kind, near="x") == result


def test_neighbours_are_the_keys_around_a_key() -> None:
    assert set(typos.neighbours("s")) == set("adwezx")
    assert set(typos.neighbours("q")) == set("wa")
    assert typos.neighbours("5") == ""


def test_a_typo_is_the_same_for_the_same_question_and_leaves_the_entry() -> None:
    questions = [Question("how much bread do they bake", "loaves"), Question("12:30", "")]
    first, second = typos.mistyped(questions), typos.mistyped(questions)
    assert first == second
    assert first[0].text != questions[0].text
    assert first[0].entry == "loaves"
    assert first[1] == questions[1]


def test_one_or_two_slips_change_the_length_by_two_at_most() -> None:
    for seed in range(50):
        changed = typos.mistype("where is the oven", random.Random(seed))  # noqa: S311
        assert abs(len(changed) - len("where is the oven")) <= typos.MOST


def test_a_sample_takes_so_many_of_each_entry_and_the_same_for_the_same_seed() -> None:
    drawn = data.sample(WAYS, 2, seed=1)
    assert drawn == data.sample(WAYS, 2, seed=1)
    for entry, ways in drawn.items():
        assert len(ways) == len(set(ways)) == 2
        assert set(ways) <= set(WAYS[entry])
    assert {entry: len(ways) for entry, ways in data.sample(WAYS, 9, seed=1).items()} == {
        "greet": 3,
        "leave": 3,
    }


def test_a_larger_base_begins_with_the_original_and_exchanges_words_throughout_an_entry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(data, "COMMON_WORDS", 0)
    made = data.enlarge(WAYS, 5)
    assert list(made) == ["greet-0", "leave-0", "greet-1", "leave-1", "greet-2"]
    assert made["greet-0"] == WAYS["greet"]
    words = {word for ways in WAYS.values() for text in ways for word in text.split()}
    assert {word for text in made["greet-1"] for word in text.split()} <= words
    assert [len(text.split()) for text in made["greet-1"]] == [2, 2, 1]
    assert made == data.enlarge(WAYS, 5)


def test_a_larger_base_keeps_the_commonest_words() -> None:
    assert data.enlarge(WAYS, 4)["leave-1"] == WAYS["leave"]


def test_every_second_question_is_taken_but_all_that_belong_nowhere() -> None:
    questions = [*(Question(str(number), "greet") for number in range(4)), Question("x", "")] * 2
    taken = data.every(questions, 2)
    assert [each.text for each in taken if each.entry] == ["0", "2", "0", "2"]
    assert sum(not each.entry for each in taken) == 2


def test_clinc_is_read_from_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    parts = {
        "train": [["hello", "greet"], ["bye", "leave"], ["hi", "greet"]],
        "val": [["hey", "greet"]],
        "oos_val": [["how old is the sea", "oos"]],
    }
    path.write_text(json.dumps(parts), encoding="utf-8")
    clinc = data.read_clinc(path)
    assert clinc.phrasings == {"greet": ["hello", "hi"], "leave": ["bye"]}
    assert clinc.questions == (Question("hey", "greet"), Question("how old is the sea", ""))


def test_missing_data_is_told_in_a_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(data.DataError, match="with --data"):
        data.read_clinc(tmp_path / "nowhere.json")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(data.DataError, match="is not CLINC150"):
        data.read_clinc(tmp_path / "other.json")


class Told:
    """A matcher that gives what it was told to."""

    def __init__(self, found: dict[str, Found]) -> None:
        self._found = found

    def match(self, question: str) -> Found:
        return self._found[question]

    ask = match


def test_accuracy_is_over_the_questions_that_have_an_entry() -> None:
    matcher = Told(
        {
            "a": Found("greet", 0.9, 0.5),
            "b": Found("greet", 0.3, 0.9),
            "c": Found("leave", 0.6, 0.6),
        }
    )
    questions = [Question("a", "greet"), Question("b", "leave"), Question("c", "")]
    assert judge(matcher, questions) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    "contender",
    [each for each in matchers.CONTENDERS if not each.meaning],
    ids=lambda each: each.name,
)
def test_every_contender_finds_a_phrasing_asked_word_for_word(
    contender: matchers.Contender,
) -> None:
    matcher = contender.make(WAYS, None)
    assert matcher.match("hello there").entry == "greet"
    assert matcher.match("so long").entry == "leave"
    matcher.ask("so long")


def test_without_an_encoder_only_words_are_compared() -> None:
    names = {each.name for each in matchers.available(None)}
    assert matchers.LEXICAL in names
    assert matchers.FUSED not in names


def test_a_table_is_aligned_markdown() -> None:
    assert report.table(["what", "ms"], [["ours", "0.5"], ["theirs", "12"]]) == (
        "| what   |  ms |\n| ------ | --: |\n| ours   | 0.5 |\n| theirs |  12 |"
    )
