"""The plan: what was talked about, in order, with the practitioner's own words. Wiped with the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.gui.answers_card import add_answers
from consult_app.gui.buttons import Button
from consult_app.gui.footer import footer
from consult_app.gui.layout import Card, Column
from consult_app.gui.note_field import Framed, NoteField

if TYPE_CHECKING:
    from consult_app.consultation import PlanItem
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


def plan_page(kit: PageKit) -> Page:
    """Return the page of the plan; where nothing can be added to it, it is only read."""
    plan = kit.model.now.plan
    page = kit.page()
    page.add(kit.text(kit.words("ui.topic.tool"), "label", "muted"))
    page.add(kit.title(kit.words("ui.tool.plan")), kit.theme.gap(4))
    page.add(kit.text(kit.words("ui.plan.what" if plan else "ui.plan.empty"), "lead"), kit.theme.gap(10))
    add_answers(kit, [kit.catalogue.group_by_id[item.selection.group] for item in plan], page)
    for place in range(len(plan)):
        page.add(PlanCard(kit, place), kit.theme.gap(14))
    if plan and kit.has("plan.add"):
        page.add(kit.text(kit.words("ui.plan.whole"), "strong"), kit.theme.gap(22))
        page.add(WholeNote(kit), kit.theme.gap(6))
        page.add(kit.text(kit.words("ui.plan.kept"), "small", "muted"), kit.theme.gap(8))
    if kit.has("handout.show"):
        page.add(kit.commands("handout.show", look="accent"), kit.theme.gap(18))
    if kit.has("safety.show", "patient.new"):
        page.add(kit.commands("safety.show", "patient.new"), kit.theme.gap(12))
    page.add(footer(kit), kit.theme.gap(28))
    return page


def names_of(kit: PageKit, item: PlanItem) -> tuple[str, str]:
    """Return how something in the plan is called, and below it what it belongs to and its side."""
    chosen = item.selection
    group = kit.catalogue.group_by_id[chosen.group]
    side = kit.words(f"ui.side.{chosen.side or 'both'}")
    muscle = next((muscle for muscle in group.muscles if muscle.id == chosen.muscle), None)
    below = kit.words("ui.part-of", name=group.clinical_name, side=side)
    return (group.name if muscle is None or len(group.muscles) == 1 else muscle.name), below


def spot_of(kit: PageKit, item: PlanItem) -> str:
    """Return where the sore spot of something in the plan is; empty where the muscle as such is meant."""
    points = kit.catalogue.detail_by_group[item.selection.group].trigger_points
    found = (kit.words("ui.group.point", place=point.place) for point in points if point.id == item.point)
    return next(found, "")


class _Written(Column):
    """A column with a field whose words go into the consultation as they are typed."""

    def __init__(self, kit: PageKit, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.field = NoteField(kit.theme, name, kit.words("ui.plan.hint"), kit.relayout)
        self.field.show_note(self.note())
        self.field.written.connect(self._on_written)
        kit.model.changed.connect(self._on_model_changed)
        self.add(Framed(kit.theme, self.field))

    def note(self) -> str:
        """Return what the consultation says."""
        raise NotImplementedError

    def write(self, text: str, *, goes_on: bool) -> None:
        """Let the consultation say something else."""
        raise NotImplementedError

    @Slot(bool)
    def _on_written(self, goes_on: bool) -> None:  # noqa: FBT001 -- what the signal carries
        self.write(self.field.toPlainText(), goes_on=goes_on)

    @Slot()
    def _on_model_changed(self) -> None:
        self.field.show_note(self.note())


class WholeNote(_Written):
    """The note on the plan as a whole."""

    def __init__(self, kit: PageKit) -> None:
        super().__init__(kit, kit.words("ui.plan.whole"))

    def note(self) -> str:
        """Return what the consultation says."""
        return self._kit.model.now.note

    def write(self, text: str, *, goes_on: bool) -> None:
        """Let the consultation say something else."""
        self._kit.model.write(self._kit.model.now.write_note(text), goes_on=goes_on)


class ItemNote(_Written):
    """The note on one thing of the plan."""

    def __init__(self, kit: PageKit, place: int, name: str) -> None:
        self._place, self._what = place, kit.model.now.plan[place].what
        super().__init__(kit, kit.words("ui.plan.note", name=name))

    def note(self) -> str:
        """Return what the consultation says; nothing where another thing stands there by now."""
        return self._kit.model.now.plan[self._place].note if self._is_current() else ""

    def write(self, text: str, *, goes_on: bool) -> None:
        """Let the consultation say something else."""
        if self._is_current():
            now = self._kit.model.now
            self._kit.model.write(now.note_in_plan(self._place, text), goes_on=goes_on)

    def _is_current(self) -> bool:
        """Return whether this page is still that of the plan; an old one lives on for a moment."""
        plan = self._kit.model.now.plan
        return self._place < len(plan) and plan[self._place].what == self._what


class PlanCard(Card):
    """One thing of the plan: its name, its note, and what can be done with it."""

    def __init__(self, kit: PageKit, place: int) -> None:
        theme, count = kit.theme, len(kit.model.now.plan)
        item = kit.model.now.plan[place]
        super().__init__(theme.colour("raised"), theme.colour("accent"), theme.gap(16))
        self._kit, self._place = kit, place
        name, below = names_of(kit, item)
        spot = spot_of(kit, item)
        self._name = kit.words("ui.plan.spot", name=name, spot=spot) if spot else name
        self.add(kit.text(kit.words("ui.walk.place", place=place + 1, count=count), "label", "muted"))
        self.add(kit.subheading(name), theme.gap(2))
        self.add(kit.text(below, "small", "muted"), 2)
        if spot:
            self.add(kit.text(spot), theme.gap(6))
        read = kit.link("plan", str(place), kit.words("ui.plan.read"))
        read.setAccessibleName(kit.words("ui.plan.read_of", name=self._name))
        if not kit.has("plan.add"):
            self.add(kit.links([read]), theme.gap(10))
            return
        self.add(ItemNote(kit, place, self._name), theme.gap(10))
        up, down = self._button("up", place > 0), self._button("down", place < count - 1)
        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        drop = self._button("close", is_possible=True)
        drop.clicked.connect(self._on_drop)
        self.add(kit.links([read, up, down, drop]), theme.gap(10))

    def _button(self, icon: str, is_possible: bool) -> Button:  # noqa: FBT001 -- the one thing it is about
        words = self._kit.words(f"ui.plan.{icon}", name=self._name)
        button = Button(self._kit.theme, "", "bar", icon=icon)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setEnabled(is_possible)
        return button

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        model = self._kit.model
        count, place = len(model.now.plan), self._place + by
        self._say("ui.plan.said_moved", place=place + 1, count=count)
        model.step(model.now.move_in_plan(self._place, by))

    @Slot()
    def _on_drop(self) -> None:
        model = self._kit.model
        self._say("ui.plan.said_removed", count=len(model.now.plan) - 1)
        model.step(model.now.drop_from_plan(self._place))

    def _say(self, key: str, **values: object) -> None:
        from consult_app.gui.accessibility import announce

        # Said by the window: this card is gone when the plan has changed.
        announce(self.window(), self._kit.words(key, **values))
