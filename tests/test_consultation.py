from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from consult_app.consultation import (
    MOST_STEPS_BACK,
    PAIN_MAP,
    PATIENT_TOOLS,
    PLAN,
    SAFETY_CHECK,
    Consultation,
    History,
    PlanItem,
    Selection,
    Stroke,
    Topic,
)

START = Consultation()
IDS = st.sampled_from(["upper-trapezius", "soleus", "pain"])
SIDES = st.sampled_from(["left", "right", None])


def _walk(steps: int) -> History:
    history = History()
    for number in range(steps):
        history = history.step(START.select(f"group-{number}"))
    return history


def test_a_consultation_begins_with_the_front_and_nothing_chosen() -> None:
    assert Consultation(None, None, 0, "superficial", is_mirrored=False) == START


def test_selecting_a_group_keeps_the_topic_behind_it() -> None:
    now = START.choose_topic("benefit", "pain-relief").select("soleus", "left", "soleus")
    assert now.selection == Selection("soleus", "left", "soleus")
    assert now.topic == Topic("benefit", "pain-relief")


def test_choosing_a_topic_lets_go_of_the_selection() -> None:
    now = START.select("soleus").choose_topic("condition", "headache")
    assert now.selection is None
    assert now.topic == Topic("condition", "headache")


def test_clearing_keeps_the_figure_as_it_stands() -> None:
    now = START.turn_to(180).mirror().select("soleus").choose_topic("benefit", "x").clear()
    assert now == START.turn_to(180).mirror()


@pytest.mark.parametrize(("asked", "stored"), [(0, 0), (90, 90), (360, 0), (-90, 270), (540, 180)])
def test_azimuths_are_taken_modulo_a_full_turn(asked: int, stored: int) -> None:
    assert START.turn_to(asked).azimuth == stored


def test_mirroring_twice_is_as_it_was() -> None:
    assert START.mirror().mirror() == START
    assert START.mirror().is_mirrored


def test_a_step_that_changes_nothing_is_none() -> None:
    history = _walk(2)
    assert history.step(history.present) is history


def test_undoing_at_the_start_and_redoing_at_the_end_do_nothing() -> None:
    history = History()
    assert history.undo() is history
    assert history.redo() is history


def test_a_new_step_forgets_what_was_undone() -> None:
    history = _walk(3).undo().step(START.mirror())
    assert not history.future


def test_the_way_back_is_bounded() -> None:
    history = _walk(MOST_STEPS_BACK + 25)
    assert len(history.past) == MOST_STEPS_BACK


@given(st.integers(0, MOST_STEPS_BACK))
def test_undoing_every_step_returns_to_the_start(steps: int) -> None:
    history = _walk(steps)
    for _ in range(steps):
        history = history.undo()
    assert history.present == START
    assert not history.past


@given(IDS, SIDES, st.integers(-1000, 1000))
def test_transitions_never_change_the_value_they_start_from(group: str, side: str, azimuth: int) -> None:
    before = START.select("soleus")
    copy = before._replace()
    before.select(group, side).turn_to(azimuth).mirror().clear()  # type: ignore[arg-type]
    assert before == copy


class ConsultationMachine(RuleBasedStateMachine):
    """Any walk through a consultation, compared with two plain lists."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History()
        self.states = [START]
        self.place = 0

    def _go(self, present: Consultation) -> None:
        self.history = self.history.step(present)
        if present != self.states[self.place]:
            self.states = [*self.states[: self.place + 1], present]
            self.place += 1

    @rule(group=IDS, side=SIDES)
    def select(self, group: str, side: str) -> None:
        self._go(self.history.present.select(group, side))  # type: ignore[arg-type]

    @rule(kind=st.sampled_from(["benefit", "condition"]), topic=IDS)
    def choose_topic(self, kind: str, topic: str) -> None:
        self._go(self.history.present.choose_topic(kind, topic))  # type: ignore[arg-type]

    @rule(azimuth=st.sampled_from([0, 90, 180, 270, 360, -90]))
    def turn(self, azimuth: int) -> None:
        self._go(self.history.present.turn_to(azimuth))

    @rule()
    def mirror(self) -> None:
        self._go(self.history.present.mirror())

    @rule()
    def clear(self) -> None:
        self._go(self.history.present.clear())

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        before = self.history
        self.history = before.undo()
        self.place -= 1
        assert self.history.redo() == before

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        before = self.history
        self.history = before.redo()
        self.place += 1
        assert self.history.undo() == before

    @invariant()
    def history_agrees_with_the_lists(self) -> None:
        assert self.history.present == self.states[self.place]
        assert list(self.history.past) == self.states[: self.place]
        assert list(self.history.future) == self.states[self.place + 1 :]


TestConsultationMachine = ConsultationMachine.TestCase


STROKE = Stroke("touch", START.viewpoint, ((10.0, 20.0), (12.0, 24.0)), 8.0)


def test_touching_the_figure_hurts_only_while_it_is_asked_where() -> None:
    asking = START.choose_topic(*PAIN_MAP)
    assert asking.is_asking_where
    assert not asking.select("soleus").is_asking_where
    assert not START.is_asking_where


def test_where_it_hurts_can_be_gathered_and_wiped() -> None:
    now = START.hurt(STROKE).hurt(STROKE._replace(width=9.0))
    assert [stroke.width for stroke in now.pain] == [8.0, 9.0]
    assert now.heal() == START


def test_ink_is_erased_stroke_by_stroke_or_whole() -> None:
    pen = STROKE._replace(kind="pen", colour="blue")
    now = START.draw(pen).draw(STROKE)
    assert now.erase([pen]).ink == (STROKE,)
    assert now.erase() == START


def test_the_plan_takes_each_thing_once_and_keeps_its_order() -> None:
    left, right = Selection("soleus", "left"), Selection("soleus", "right")
    now = START.add_to_plan(left).add_to_plan(right).add_to_plan(left)
    assert [item.selection for item in now.plan] == [left, right]
    assert [item.selection for item in now.move_in_plan(1, -5).plan] == [right, left]
    assert [item.selection for item in now.move_in_plan(0, 1).plan] == [right, left]
    assert [item.selection for item in now.drop_from_plan(0).plan] == [right]


def test_a_patient_s_screen_knows_no_notes() -> None:
    now = (
        START.add_to_plan(Selection("soleus"))
        .note_in_plan(0, "secret")
        .write_note("secret")
        .read_at("practitioner")
    )
    assert now.plan[0].note == "secret"
    assert "secret" not in str(now.for_patient())
    assert now.for_patient().depth == "plain"


def test_a_patient_s_screen_is_given_only_what_is_declared() -> None:
    now = Consultation(
        selection=Selection("soleus", "left"),
        topic=Topic("condition", "neck-pain"),
        azimuth=90,
        layer="deep",
        is_mirrored=True,
        beside=(Selection("jaw"),),
        part="head",
        depth="practitioner",
        is_calm=True,
        pain=(STROKE,),
        ink=(STROKE,),
        plan=(PlanItem(Selection("jaw"), "secret"),),
        note="secret",
        answers=("pregnant",),
    )
    assert now.for_patient() == now._replace(depth="plain", plan=(), note="", answers=())
    # Whoever adds a field decides here whether patients may know of it.
    mine = now.for_patient()
    assert {name for name in Consultation._fields if getattr(mine, name) == getattr(now, name)} == {
        "selection", "topic", "azimuth", "layer", "is_mirrored", "beside", "part", "is_calm", "pain", "ink",
    }  # fmt: skip


@pytest.mark.parametrize("topic", [PAIN_MAP, PLAN, SAFETY_CHECK, Topic("tool", "later")])
def test_a_page_that_is_not_declared_stays_with_the_practitioner(topic: Topic) -> None:
    now = START.choose_topic(*topic).hurt(STROKE)
    if topic not in PATIENT_TOOLS:
        assert now.for_patient().topic is None
    assert now.for_patient().pain == (STROKE,)
    assert now.select("soleus", "left").for_patient().selection == Selection("soleus", "left")


def test_a_safety_question_is_answered_once() -> None:
    now = START.answer("pregnant", is_yes=True).answer("pregnant", is_yes=True)
    assert now.answers == ("pregnant",)
    assert now.answer("pregnant", is_yes=False) == START


def test_the_calm_path_is_a_switch() -> None:
    assert START.calm().is_calm
    assert START.calm().calm() == START


def test_a_page_is_another_one_when_what_it_shows_changes() -> None:
    asking, planning = START.choose_topic(*PAIN_MAP), START.choose_topic(*PLAN)
    soleus = START.select("soleus")
    assert asking.hurt(STROKE).page != asking.page
    assert soleus.hurt(STROKE).page == soleus.page
    assert soleus.turn_to(90).page == soleus.page
    assert soleus.add_to_plan(Selection("soleus")).page != soleus.page
    planned = planning.add_to_plan(Selection("soleus"))
    assert planned.page != planning.page
    assert planned.note_in_plan(0, "a word").page == planned.page
    checking = START.choose_topic(*SAFETY_CHECK)
    assert checking.answer("pregnant", is_yes=True).page != checking.page


def test_a_sore_spot_stands_in_the_plan_beside_its_muscle() -> None:
    chosen = Selection("soleus", "left", "soleus")
    now = START.add_to_plan(chosen).add_to_plan(chosen, "point-1").add_to_plan(chosen, "point-1")
    assert [item.what for item in now.plan] == [(chosen, ""), (chosen, "point-1")]
    assert now.place_in_plan(chosen) == 0
    assert now.place_in_plan(chosen, "point-1") == 1
    assert now.place_in_plan(None) is None
    assert now.choose_topic(*PLAN).for_patient().plan == ()  # that page is not declared for patients


def test_another_answer_makes_another_page_where_a_muscle_is_explained() -> None:
    now = START.select("soleus")
    assert now.answer("q", is_yes=True).page != now.page
    assert now.choose_topic(*PLAN).answer("q", is_yes=True).page != now.choose_topic(*PLAN).page


def test_a_visit_to_a_note_is_one_step_back() -> None:
    planned = START.add_to_plan(Selection("soleus"))
    history = History().step(planned)
    for text, goes_on in (("a", False), ("ab", True), ("abc", True)):
        history = history.write(history.present.note_in_plan(0, text), goes_on=goes_on)
    assert history.present.plan[0].note == "abc"
    assert history.undo().present == planned
    again = history.write(history.present.note_in_plan(0, "abcd"), goes_on=False)
    assert again.undo().present.plan[0].note == "abc"
