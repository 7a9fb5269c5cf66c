"""Confidence: fitted to results, never more than they show."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.calibration import UNTAUGHT, calibrate


def results(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return *count* scores, leads and results: right where the lead is above 0.1."""
    leads = np.linspace(-0.2, 0.4, count, dtype=np.float32)
    scores = np.linspace(0.3, 0.9, count, dtype=np.float32)
    return scores, leads, (leads > 0.1).astype(np.float32)


def test_a_greater_lead_is_trusted_more():
    calibration = calibrate(*results(200))

    confidences = [calibration.confidence(0.8, lead) for lead in (-0.1, 0.0, 0.1, 0.2, 0.3)]

    assert confidences == sorted(confidences)
    assert confidences[0] < 0.5 < confidences[-1]


def test_confidence_is_as_often_right_as_it_says():
    """Of results that say 0.7 about seven in ten are right, by construction of the fit."""
    order = np.random.default_rng(1)
    leads = order.uniform(-0.3, 0.5, 5000).astype(np.float32)
    right = (order.uniform(size=5000) < 1 / (1 + np.exp(-8 * leads))).astype(np.float32)
    scores = np.full(5000, 0.6, dtype=np.float32)

    calibration = calibrate(scores, leads, right)

    said = np.array([calibration.confidence(0.6, float(lead)) for lead in leads])
    near = (said > 0.65) & (said < 0.75)
    assert right[near].mean() == pytest.approx(0.7, abs=0.05)


def test_a_score_below_what_the_base_knows_is_doubted_in_proportion():
    calibration = calibrate(*results(200))

    doubted = [calibration.confidence(score, 0.4) for score in (0.0, 0.1, 0.2, 0.4)]

    assert doubted[0] == 0
    assert doubted == sorted(doubted)
    assert doubted[1] < 0.25


def test_a_few_dozen_results_are_enough_to_tell_a_good_lead_from_none():
    calibration = calibrate(*results(40))

    assert calibration.confidence(0.8, 0.4) > 0.9
    assert calibration.confidence(0.35, -0.15) < 0.1


@pytest.mark.parametrize("right", [[], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
def test_results_that_all_agree_teach_nothing(right: list[float]):
    column = np.full(len(right), 0.5, dtype=np.float32)

    assert calibrate(column, column, np.array(right, dtype=np.float32)) == UNTAUGHT


@pytest.mark.parametrize(("score", "lead"), [(0, -1), (1, 1), (1, 1e9), (1, -1e9)])
def test_confidence_is_a_share_of_one(score: float, lead: float):
    assert 0 <= UNTAUGHT.confidence(score, lead) <= 1
