"""The ring of azimuths and the way from one to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.canvas.turning import Ring, blended, duration_ms, eased, glided, turn

FINE = Ring.of(range(0, 360, 15))
angles = st.floats(-2000, 2000)
shares = st.floats(0, 1)


@given(angles, angles)
def test_a_turn_is_never_more_than_half_a_circle(start: float, target: float) -> None:
    way = turn(start, target)
    assert -180 < way <= 180
    assert (start + way - target) % 360 == pytest.approx(0, abs=1e-6) or (
        start + way - target
    ) % 360 == pytest.approx(360, abs=1e-6)


@given(angles)
def test_the_nearest_plate_is_within_half_a_step(angle: float) -> None:
    assert abs(turn(angle, FINE.nearest(angle))) <= 7.5 + 1e-6


@given(angles)
def test_an_angle_lies_between_two_neighbours(angle: float) -> None:
    before, after, share = FINE.between(angle)
    assert (after - before) % 360 == 15
    assert 0 <= share < 1 + 1e-9
    assert turn(before + share * 15, angle) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("start", "by", "end"), [(0, 1, 15), (0, -1, 345), (345, 1, 0), (100, 1, 120), (8, 0, 15)]
)
def test_steps_go_round(start: int, by: int, end: int) -> None:
    assert FINE.step(start, by) == end


def test_a_ring_may_be_uneven_and_small() -> None:
    assert Ring.of([90, 0, 360]).azimuths == (0, 90)
    assert Ring.of([90, 0]).between(180) == (90, 0, pytest.approx(1 / 3))
    assert Ring.of([30]).between(200)[:2] == (30, 30)
    assert Ring.of([30]).step(30, 1) == 30


@given(shares, shares)
def test_easing_and_blending_only_go_forward(one: float, other: float) -> None:
    first, last = sorted((one, other))
    assert eased(first) <= eased(last)
    assert blended(first) <= blended(last)
    assert 0 <= blended(first) <= 1


def test_a_plate_is_seen_alone_near_where_it_stands() -> None:
    assert (blended(0.0), blended(0.25), blended(0.75), blended(1.0)) == (0, 0, 1, 1)
    assert (eased(0), eased(1), eased(2)) == (0, 1, 1)


def test_a_longer_turn_takes_longer_but_never_long() -> None:
    assert duration_ms(15) < duration_ms(-90) < duration_ms(180) <= 620


def test_a_body_let_go_in_motion_glides_on() -> None:
    assert glided(10, 0) == 10
    assert glided(10, 100) > 10
    assert glided(10, -1e6) == -50
