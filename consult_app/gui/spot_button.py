"""The button beside a sore spot that puts it into the plan, or takes it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.gui.buttons import Button

if TYPE_CHECKING:
    from consult_app.consultation import Selection
    from consult_app.content.detail_records import TriggerPoint
    from consult_app.gui.page_kit import PageKit


class SpotButton(Button):
    """Tells by a tick and in words whether one sore spot of a muscle stands in the plan."""

    def __init__(self, kit: PageKit, chosen: Selection, point: TriggerPoint) -> None:
        is_planned = kit.model.now.place_in_plan(chosen, point.id) is not None
        words = kit.words("ui.plan.added" if is_planned else "ui.plan.add_spot")
        super().__init__(kit.theme, words, icon="tick" if is_planned else "plus", value=point.id)
        self._kit, self._chosen = kit, chosen
        spot = kit.words("ui.group.point", place=point.place)
        self.setAccessibleName(kit.words("ui.plan.spot", name=words, spot=spot))
        self.setObjectName(point.id)
        self.setCheckable(True)
        self.setChecked(is_planned)
        self.clicked.connect(self._on_clicked)

    def nextCheckState(self) -> None:
        """Leave the state to the consultation."""

    @Slot()
    def _on_clicked(self) -> None:
        from consult_app.gui.accessibility import announce

        model = self._kit.model
        place = model.now.place_in_plan(self._chosen, self.value)
        is_new = place is None
        after = model.now.add_to_plan(self._chosen, self.value)
        if place is not None:
            after = model.now.drop_from_plan(place)
        said = "ui.plan.said_added" if is_new else "ui.plan.said_removed"
        # Said by the window: the page is written anew when the plan has changed.
        announce(self.window(), self._kit.words(said, count=len(after.plan)))
        model.step(after)
