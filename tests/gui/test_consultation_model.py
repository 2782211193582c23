"""The one consultation of a window, and when it tells that it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.consultation import Selection, Topic, Viewpoint
from consult_app.gui.consultation_model import ConsultationModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(qapp: object) -> ConsultationModel:  # noqa: ARG001
    return ConsultationModel()


def test_selecting_and_turning_are_one_step(model: ConsultationModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.changed):
        model.select("soleus", "left", None, Viewpoint(180, "deep"))
    assert model.now.selection == Selection("soleus", "left")
    assert (model.now.azimuth, model.now.layer) == (180, "deep")
    model.undo()
    assert (model.now.selection, model.now.azimuth) == (None, 0)
    assert not model.can_undo


def test_a_topic_lights_its_groups_in_one_step(model: ConsultationModel) -> None:
    model.choose_topic("benefit", "pain-relief", Viewpoint(90))
    assert model.now.topic == Topic("benefit", "pain-relief")
    assert model.now.azimuth == 90


def test_what_changes_nothing_is_not_told(model: ConsultationModel, qtbot: QtBot) -> None:
    model.select("soleus", None, None, None)
    with qtbot.assertNotEmitted(model.changed):
        model.select("soleus", None, None, None)
        model.turn_to(360)
        model.redo()


def test_undo_and_redo_walk_back_and_forth(model: ConsultationModel, qtbot: QtBot) -> None:
    model.mirror()
    model.clear()
    assert (model.can_undo, model.can_redo) == (True, False)
    with qtbot.waitSignal(model.changed):
        model.undo()
    assert not model.now.is_mirrored
    with qtbot.waitSignal(model.changed):
        model.redo()
    assert model.now.is_mirrored
    with qtbot.assertNotEmitted(model.changed):
        model.redo()


def test_turns_in_a_row_are_one_step_back(model: ConsultationModel) -> None:
    model.select("soleus", None, None)
    for azimuth in (15, 30, 45, 60):
        model.turn_to(azimuth)
    model.undo()
    assert (model.now.selection, model.now.azimuth) == (Selection("soleus"), 0)
    model.undo()
    assert model.now.selection is None


def test_peeling_and_going_close_are_steps(model: ConsultationModel) -> None:
    model.turn_to(90)
    model.peel_to("deep")
    model.look_at("head")
    assert (model.now.azimuth, model.now.layer, model.now.part) == (90, "deep", "head")
    model.undo()
    assert model.now.part == "body"
    model.undo()
    assert (model.now.azimuth, model.now.layer) == (90, "superficial")
