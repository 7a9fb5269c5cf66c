"""Which phrasings are left out to see how unknown questions fare."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.folds import ENOUGH, folds


def labels(*counts: int) -> np.ndarray:
    """Return the targets of phrasings, so many of each target."""
    return np.repeat(np.arange(len(counts)), counts).astype(np.int32)


def test_in_a_small_base_every_phrasing_is_left_out_once():
    left_out = np.concatenate([out for _, out in folds(labels(5, 8, 13))])

    assert sorted(left_out) == list(range(26))


@pytest.mark.parametrize("targets", [labels(5, 5), labels(9, 2, 14), labels(*[100] * 200)])
def test_what_is_left_out_is_not_learned_from_and_all_else_is(targets: np.ndarray):
    for kept, left_out in folds(targets):
        assert sorted([*kept, *left_out]) == list(range(len(targets)))


@pytest.mark.parametrize("targets", [labels(2, 2, 2), labels(1, 1, 1, 1, 7), labels(4, 1, 6)])
def test_every_target_keeps_something_to_be_known_by(targets: np.ndarray):
    for kept, _ in folds(targets):
        assert set(targets[kept]) == set(targets)


@pytest.mark.parametrize("size", [6_000, 15_000, 100_000])
def test_a_large_base_is_not_learned_over_and_over(size: int):
    found = [len(left_out) for _, left_out in folds(labels(*[10] * (size // 10)))]

    assert len(found) <= 2
    assert ENOUGH / 2 < sum(found) <= ENOUGH


def test_without_phrasings_nothing_is_left_out():
    assert list(folds(labels())) == []


def test_where_each_target_has_one_phrasing_none_can_be_spared():
    assert list(folds(labels(1, 1, 1))) == []
