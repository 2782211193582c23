"""What is done at the chair: plan, walk, questions before treatment, ways of telling, the next patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from consult_app.consultation import PLAN, SAFETY_CHECK
from consult_app.gui.actions import rename
from consult_app.gui.walk import neighbour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.consult_menu import ConsultMenu
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.main_window import MainWindow
    from consult_app.policy import Policy


class ChairCommands(QObject):
    """One slot per action that belongs to the talk with a patient."""

    def __init__(self, window: MainWindow, model: ConsultationModel, catalogue: Catalogue) -> None:
        super().__init__(window)
        self._window, self._model, self._catalogue = window, model, catalogue
        self._menu: ConsultMenu | None = None

    def calls(self, policy: Policy) -> Mapping[str, Callable[[], object]]:
        """Return the slot of each action id; a stranger alone keeps no plan and turns no pages for others."""
        calls: dict[str, Callable[[], object]] = {
            "topic.next": self.go_on,
            "topic.previous": self.go_back,
            "safety.show": self.show_safety_check,
            "teach.show": self.show_teach_back,
            "calm.toggle": self.toggle_calm,
        }
        if policy.shows_practitioner_layer:
            calls |= {
                "consult.menu": self.toggle_menu,
                "plan.add": self.toggle_in_plan,
                "plan.show": self.show_plan,
                "depth.toggle": self.toggle_depth,
                "patient.new": self.take_new_patient,
            }
        return calls

    def mark(self, words: Words) -> None:
        """Let the actions tell how things stand; all of the window's are known by their ids."""
        now, actions = self._model.now, self._window.actions_by_id
        is_planned = now.place_in_plan(now.selection) is not None
        planned = words("ui.plan.count", count=len(now.plan)) if now.plan else words("ui.action.plan.show")
        names = {
            "plan.add": words("ui.plan.added" if is_planned else "ui.action.plan.add"),
            "plan.show": planned,
        }
        marks = {
            "plan.add": is_planned,
            "calm.toggle": now.is_calm,
            "depth.toggle": now.depth == "practitioner",
            "consult.menu": self._menu is not None and self._menu.isVisible(),
        }
        possible = {
            "plan.add": now.selection is not None,
            "teach.show": now.selection is not None,
            "topic.next": neighbour(self._catalogue, now, 1) is not None,
            "topic.previous": neighbour(self._catalogue, now, -1) is not None,
        }
        for name in names.keys() & actions.keys():
            rename(actions[name], names[name], words)
        for name in marks.keys() & actions.keys():
            actions[name].setChecked(marks[name])
        # What becomes possible goes first: a button that can do no more passes its focus on to it.
        for name in sorted(possible.keys() & actions.keys(), key=possible.__getitem__, reverse=True):
            actions[name].setEnabled(possible[name])

    def refresh(self) -> None:
        """Let the menu fit into the window as it is now, in its theme."""
        if self._menu is not None and self._menu.isVisible():
            self._menu.fill(self._window.theme)

    # Pages

    @Slot()
    def show_plan(self) -> None:
        """Read and write the plan."""
        planned = [item.selection.group for item in self._model.now.plan]
        view = self._window.pane.best_for_groups(planned) if planned else None
        self._model.choose_topic(*PLAN, view)

    @Slot()
    def show_safety_check(self) -> None:
        """Ask the questions before a treatment."""
        self._model.choose_topic(*SAFETY_CHECK)

    @Slot()
    def go_on(self) -> None:
        """Explain the next muscle group of the topic."""
        self._walk(1)

    @Slot()
    def go_back(self) -> None:
        """Explain the muscle group of the topic before this one."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        stop = neighbour(self._catalogue, self._model.now, by)
        if stop is not None:
            self._window.select(*stop)

    @Slot()
    def show_teach_back(self) -> None:
        """Go to the questions that show what was understood."""
        self._window.panel.reveal("teach-back")

    # Plan

    @Slot()
    def toggle_in_plan(self) -> None:
        """Put what is explained into the plan, or take it out again."""
        now = self._model.now
        if now.selection is None:
            return
        place = now.place_in_plan(now.selection)
        is_new = place is None
        self._model.step(now.add_to_plan(now.selection) if place is None else now.drop_from_plan(place))
        self._say("ui.plan.said_added" if is_new else "ui.plan.said_removed", count=len(self._model.now.plan))

    # Ways of telling

    @Slot()
    def toggle_calm(self) -> None:
        """Take the calm path, or leave it."""
        self._model.step(self._model.now.calm())
        self._say("ui.calm.said_on" if self._model.now.is_calm else "ui.calm.said_off")

    @Slot()
    def toggle_depth(self) -> None:
        """Open the practitioner's part of every page, or shut it."""
        is_deep = self._model.now.depth == "practitioner"
        self._model.step(self._model.now.read_at("plain" if is_deep else "practitioner"))
        self._say("ui.depth.said_plain" if is_deep else "ui.depth.said_practitioner")
        if not is_deep:
            self._window.panel.reveal("practitioners")

    @Slot()
    def toggle_menu(self) -> None:
        """Open or shut the menu of all that is done at the chair."""
        from consult_app.gui.consult_menu import ConsultMenu

        if self._menu is None:
            self._menu = ConsultMenu(self._window, self._window.words, self._window.actions_by_id)
            self._menu.shut.connect(self._on_menu_shut)
            self._model.changed.connect(self._menu.dismiss)
        self._menu.toggle(self._window.theme)
        self.mark(self._window.words)

    @Slot()
    def _on_menu_shut(self) -> None:
        self.mark(self._window.words)

    # The next patient

    @Slot()
    def take_new_patient(self) -> None:
        """Forget everything about the patient who was here; nothing brings it back."""
        from consult_app.gui.new_patient import wipe

        wipe(self._window, self._model)
        self._say("ui.patient.said_new")

    def _say(self, key: str, **values: object) -> None:
        from consult_app.gui.accessibility import announce

        announce(self._window.figure, self._window.words(key, **values))
