from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.index_raster import merge_specks, reduce


def test_of_four_pixels_the_value_that_most_have_remains() -> None:
    fine = np.array([[1, 1, 5, 2], [1, 9, 2, 2], [3, 4, 0, 0], [4, 4, 0, 7]], np.int32)
    assert reduce(fine).tolist() == [[1, 2], [4, 0]]


def test_specks_take_the_value_of_their_surroundings() -> None:
    labels = np.full((40, 40), 3, np.int32)
    labels[10:13, 10:13] = 8
    assert (merge_specks(labels) == 3).all()


def test_what_is_big_enough_stays() -> None:
    labels = np.full((40, 40), 3, np.int32)
    labels[10:20, 10:20] = 8
    labels[30:33, 30:33] = 8
    merged = merge_specks(labels)
    assert (merged == 8).sum() == 100


def test_a_clean_raster_stays_as_it_is() -> None:
    labels = np.zeros((40, 40), np.int32)
    assert merge_specks(labels) is labels
