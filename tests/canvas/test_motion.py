"""Motion by its own clock, and work for idle times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from consult_app.canvas.motion import Idle, Motion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qapp: object) -> QObject:  # noqa: ARG001
    return QObject()


def test_a_turn_goes_the_shortest_way_and_rests_on_its_target(owner: QObject) -> None:
    motion, seen = Motion(owner), []
    motion.moved.connect(lambda: seen.append(motion.value))
    motion.turn_from(345, 30)
    for elapsed in range(20, 400, 20):
        if motion.is_running:
            motion.advance(elapsed)
    assert not motion.is_running
    assert motion.value == pytest.approx(390)
    assert seen == sorted(seen)


def test_motion_that_has_rested_has_no_clock(owner: QObject, qtbot: QtBot) -> None:
    motion = Motion(owner)
    with qtbot.waitSignal(motion.rested, timeout=3000):
        motion.fade()
    assert not motion.is_running
    assert motion.value == 1


def test_stopping_leaves_the_value_where_it_is(owner: QObject) -> None:
    motion = Motion(owner)
    motion.fade()
    motion.advance(60)
    value = motion.value
    motion.stop()
    assert 0 < value < 1
    assert (motion.value, motion.is_running) == (value, False)


def test_idle_work_is_done_in_order_and_then_nothing_waits(owner: QObject, qtbot: QtBot) -> None:
    idle, done = Idle(owner, 1), []
    idle.put([lambda: done.append(1), lambda: done.append(2), lambda: done.append(3)])
    qtbot.waitUntil(lambda: len(done) == 3, timeout=3000)
    assert done == [1, 2, 3]
    assert not idle.is_waiting


def test_new_work_takes_the_place_of_the_old(owner: QObject, qtbot: QtBot) -> None:
    idle, done = Idle(owner, 1), []
    idle.put([lambda: done.append("old")])
    idle.put([lambda: done.append("new")])
    qtbot.waitUntil(lambda: bool(done), timeout=3000)
    qtbot.wait(20)
    assert done == ["new"]


def test_without_work_there_is_no_clock(owner: QObject) -> None:
    idle = Idle(owner, 1)
    idle.put([])
    idle.wait()
    assert not idle.is_waiting
