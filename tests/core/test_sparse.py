"""A sparse matrix gives the sums that a full one gives, in a fraction of its room."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.sparse import compress

FULL = np.array([[0, 3, 0, -7], [0, 0, 0, 0], [127, 0, 0, 1]], dtype=np.int8)


@pytest.mark.parametrize("rows", [[], [0], [1], [2, 0], [0, 1, 2], [2, 2]])
def test_the_sum_of_some_rows_is_that_of_the_full_matrix(rows: list[int]):
    chosen = np.array(rows, dtype=np.int32)
    weights = np.linspace(0.5, 2, len(rows), dtype=np.float32)

    found = compress([FULL], 4).combine(chosen, weights, 4)

    assert found.tolist() == pytest.approx((weights @ FULL[chosen]).tolist())
    assert found.dtype == np.float32


def test_blocks_are_one_matrix():
    whole, parts = compress([FULL], 4), compress([FULL[:1], FULL[1:]], 4)

    assert parts.starts.tolist() == whole.starts.tolist() == [0, 2, 2, 4]
    assert parts.columns.tolist() == whole.columns.tolist() == [1, 3, 0, 3]
    assert parts.values.tolist() == whole.values.tolist() == [3, -7, 127, 1]


def test_columns_take_no_more_bytes_than_they_need():
    assert compress([FULL], 4).columns.dtype == np.uint8
    assert compress([FULL], 300).columns.dtype == np.uint16


def test_a_base_without_features_scores_nothing():
    nothing = np.empty(0, dtype=np.int32)

    found = compress([], 3).combine(nothing, nothing.astype(np.float32), 3)

    assert found.tolist() == [0, 0, 0]
