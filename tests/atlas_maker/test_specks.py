from __future__ import annotations

import pytest

pytest.importorskip("numba")

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage import measure

from consult_app.atlas_maker.specks import components, without_specks

rasters = st.integers(0, 10**6).map(
    lambda seed: np.random.default_rng(seed).integers(0, 3, (12, 17)).astype(np.int32)
)


@given(rasters)
@settings(max_examples=60, deadline=None)
def test_components_are_those_of_the_textbook(labels: np.ndarray) -> None:
    found, expected = components(labels), measure.label(labels, background=-1, connectivity=1)
    pairs = set(zip(found.reshape(-1).tolist(), expected.reshape(-1).tolist(), strict=True))
    assert len(pairs) == len(np.unique(found)) == len(np.unique(expected))


@given(rasters)
@settings(max_examples=60, deadline=None)
def test_big_components_stay_and_no_new_value_appears(labels: np.ndarray) -> None:
    numbers = components(labels)
    stays = np.bincount(numbers.reshape(-1))[numbers] >= 5
    cleaned = without_specks(labels, 5)
    assert (cleaned[stays] == labels[stays]).all()
    assert set(np.unique(cleaned)) <= set(np.unique(labels))


def test_a_speck_takes_the_nearest_value_on_each_of_its_sides() -> None:
    labels = np.zeros((20, 20), np.int32)
    labels[:, 10:] = 1
    labels[9:11, 8:12] = 7
    cleaned = without_specks(labels, 20)
    assert (cleaned[:, :10] == 0).all()
    assert (cleaned[:, 10:] == 1).all()
