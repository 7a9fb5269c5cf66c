"""What the best match claims: the reliability of confidence, and the trade-off it allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from bot.core.index import Index
from bot.errors import QuestionsError
from bot.evaluate.claim import Claim, claims
from bot.evaluate.compare import Trial, standings, try_all
from bot.evaluate.evaluation import curves, evaluate
from bot.evaluate.plot import draw
from bot.evaluate.reliability import calibration_error, reliability
from bot.evaluate.summary import Figures, Share
from bot.evaluate.tradeoff import Curve, Point, curve
from bot.knowledge.questions import Question


def right(confidence: float) -> Claim:
    """An answerable question whose best match answers it."""
    return Claim(True, confidence, right=True, answers=True)


def wrong(confidence: float) -> Claim:
    """An answerable question whose best match answers another."""
    return Claim(True, confidence, right=False, answers=True)


def missed(confidence: float) -> Claim:
    """An answerable question whose best match is a decline."""
    return Claim(True, confidence, right=False, answers=False)


def in_vain(confidence: float) -> Claim:
    """An unanswerable question whose best match is an answer."""
    return Claim(False, confidence, right=False, answers=True)


def declined(confidence: float) -> Claim:
    """An unanswerable question whose best match is a decline."""
    return Claim(False, confidence, right=True, answers=False)


CLAIMS = [
    *(right(0.95), right(0.8), declined(0.9), in_vain(0.8), right(0.45), wrong(0.43)),
    *(missed(0.4), in_vain(0.05)),
]


def question(text: str, *reach: str) -> Question:
    return Question("q", text, "plain", "en", reach=frozenset(reach))


QUESTIONS = [
    question("who wrote the article", "author"),
    question("what is the north tower built of", "south-concrete"),
    question("how many keepers are there in the towers", "keepers"),
    question("how much did the second lighthouse cost"),
    question("thank you"),
    question("?!"),
    question("is a fog horn planned"),
]


def test_a_claim_is_right_where_its_match_is_and_for_the_unanswerable_where_it_declines(
    index: Index,
):
    """A guard's objection keeps an answer back at any threshold, whether or not it was right."""
    found = claims(index, QUESTIONS)

    assert [(each.answerable, each.right, each.answers) for each in found] == [
        (True, True, True),
        (True, False, True),
        (True, True, False),
        (False, True, False),
        (False, True, False),
        (False, True, False),
        (False, False, True),
    ]
    assert found[5].confidence == 0


def test_claims_are_counted_by_tenths_of_confidence_the_highest_first():
    bins = reliability([*CLAIMS, declined(1.0)])

    assert [(each.low, each.right) for each in bins] == [
        (0.9, Share(3, 3)),
        (0.8, Share(1, 2)),
        (0.4, Share(1, 3)),
        (0.0, Share(0, 1)),
    ]
    assert bins[0].mean_confidence == pytest.approx((0.95 + 0.9 + 1.0) / 3)
    assert (bins[1].answerable, bins[1].unanswerable) == (Share(1, 1), Share(0, 1))


def test_the_calibration_error_is_the_distance_of_confidence_from_the_share_right():
    """Two at 0.9, both right, are 0.1 off; two at 0.75, one right, are 0.25 off."""
    bins = reliability([right(0.9), declined(0.9), right(0.75), wrong(0.75)])

    assert calibration_error(bins) == pytest.approx((2 * 0.1 + 2 * 0.25) / 4)


def test_a_base_that_is_always_right_and_sure_of_it_has_no_calibration_error():
    assert calibration_error(reliability([right(1.0), declined(1.0)])) == 0


def test_a_looser_threshold_answers_more_both_rightly_and_in_vain():
    """Five answerable questions, three unanswerable; equal confidences fall together."""
    assert curve("footnote", CLAIMS, 0.3).points == (
        Point(0.95, 1 / 5, 0 / 3),
        Point(0.8, 2 / 5, 1 / 3),
        Point(0.45, 3 / 5, 1 / 3),
        Point(0.43, 3 / 5, 1 / 3),
        Point(0.05, 3 / 5, 2 / 3),
    )


@pytest.mark.parametrize(
    ("threshold", "accuracy", "false_answers"),
    [(1.0, 0, 0), (0.81, 1 / 5, 0), (0.8, 2 / 5, 1 / 3), (0.5, 2 / 5, 1 / 3), (0, 3 / 5, 2 / 3)],
)
def test_any_threshold_can_be_looked_up(threshold: float, accuracy: float, false_answers: float):
    at = curve("footnote", CLAIMS, 0.3).at(threshold)

    assert at == Point(threshold, accuracy, false_answers)


def test_the_shipped_threshold_gives_the_figures_that_are_shipped(index: Index):
    found = evaluate(index, QUESTIONS, {})

    (ours,) = curves(found)

    shipped = ours.at(ours.shipped)
    assert shipped.accuracy == sum(each.right for each in found.outcomes[:3]) / 3
    assert shipped.false_answers == sum(each.answered for each in found.outcomes[3:]) / 4


class Stubborn:
    """A baseline that always gives the first entry."""

    def __init__(self, index: Index) -> None:
        self._entry = index.base.by_id["author"]

    def answer(self, question: str):
        """Give it, or nothing where nothing is asked."""
        return (self._entry, 7.0) if question != "?!" else (None, 0.0)


def test_a_baseline_is_judged_like_us(index: Index):
    trials = try_all({"stubborn": Stubborn(index)}, QUESTIONS)

    assert trials["stubborn"].claims[0] == Claim(True, 7.0, right=True, answers=True)
    assert trials["stubborn"].claims[1] == Claim(True, 7.0, right=False, answers=True)
    assert trials["stubborn"].claims[5] == Claim(False, 0.0, right=True, answers=False)
    assert trials["stubborn"].p50_ms > 0


def test_the_comparison_has_our_line_first_and_latency_as_a_multiple_of_ours():
    none = Share(0, 0)
    ours = Figures(Share(4, 5), none, none, Share(0, 3), none, (), p50_ms=2.0, p99_ms=9.0)

    first, second = standings(ours, {"other": Trial(tuple(CLAIMS), p50_ms=5.0)})

    assert (first.name, first.accuracy, first.slowdown) == ("footnote", Share(4, 5), 1.0)
    assert (second.name, second.accuracy, second.false_answers) == (
        *("other", Share(3, 5), Share(2, 3)),
    )
    assert second.slowdown == 2.5


@pytest.mark.parametrize("others", [0, 1, 5])
def test_the_picture_is_a_png_that_can_be_read(tmp_path: Path, others: int):
    path = tmp_path / "tradeoff.png"
    ours = curve("footnote", CLAIMS, 0.3)
    silent = Curve("silent", (), 0.0)

    draw(path, [ours, *[silent] * others])

    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1200, 800)
        assert len(picture.convert("RGB").getcolors(100_000)) > 50
    assert path.stat().st_size < 200_000


def test_a_picture_needs_questions_of_both_sorts(index: Index):
    found = evaluate(index, QUESTIONS[:3], {})

    with pytest.raises(QuestionsError, match="add the missing sort"):
        curves(found)
