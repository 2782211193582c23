"""The middle and the end of many measured values."""

from __future__ import annotations

from math import ceil
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["median", "nearly_worst", "ratio_of_pairs"]


def nearly_worst(values: Sequence[float]) -> float:
    """Return the 99th percentile: the least value that 99 of 100 values do not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[ceil(0.99 * len(values)) - 1]


def ratio_of_pairs(values: Sequence[float], baselines: Sequence[float]) -> float:
    """Return the median of the ratios of values measured in turns: what slows both slows neither ratio."""
    return median(value / baseline for value, baseline in zip(values, baselines, strict=True))
