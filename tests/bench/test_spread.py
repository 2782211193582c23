from __future__ import annotations

import pytest

from consult_app.bench.spread import nearly_worst, ratio_of_pairs


@pytest.mark.parametrize(
    ("values", "worst"),
    [([5.0], 5.0), ([2.0, 1.0], 2.0), (list(range(1, 101)), 99), (list(range(1, 201)), 198)],
)
def test_99_of_100_values_do_not_exceed_the_99th_percentile(values: list[float], worst: float) -> None:
    assert nearly_worst(values) == worst


def test_no_values_have_no_end() -> None:
    with pytest.raises(ValueError, match="no values"):
        nearly_worst([])


def test_a_busy_moment_that_meets_both_leaves_the_ratio() -> None:
    assert ratio_of_pairs([0.3, 3.0, 0.32], [0.2, 2.0, 0.2]) == pytest.approx(1.5)


def test_pairs_are_pairs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio_of_pairs([1.0, 2.0], [1.0])
