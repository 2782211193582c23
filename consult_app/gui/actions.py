"""Everything a person can do in the window: one table of actions, their keys and what they call.

The words are in ``interface.yaml`` under ``ui.action.<id>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from consult_app.content.words import Words


class ActionSpec(NamedTuple):
    """An action: its id ``area.verb``, its keys, and whether it is one of several states."""

    id: str
    keys: tuple[str, ...]
    is_state: bool = False


ACTIONS = (
    ActionSpec("view.front", ("1",), is_state=True),
    ActionSpec("view.left", ("2",), is_state=True),
    ActionSpec("view.back", ("3",), is_state=True),
    ActionSpec("view.right", ("4",), is_state=True),
    ActionSpec("view.turn-left", ("Left", "Ctrl+Left")),
    ActionSpec("view.turn-right", ("Right", "Ctrl+Right")),
    ActionSpec("layer.superficial", ("5",), is_state=True),
    ActionSpec("layer.intermediate", ("6",), is_state=True),
    ActionSpec("layer.deep", ("7",), is_state=True),
    ActionSpec("part.body", ("B",), is_state=True),
    ActionSpec("part.head", ("H",), is_state=True),
    ActionSpec("part.palms", ("P",), is_state=True),
    ActionSpec("part.soles", ("S",), is_state=True),
    ActionSpec("view.zoom-in", ("+", "=")),
    ActionSpec("view.zoom-out", ("-",)),
    ActionSpec("view.fit", ("0",)),
    ActionSpec("view.pan-left", ("Shift+Left",)),
    ActionSpec("view.pan-right", ("Shift+Right",)),
    ActionSpec("view.pan-up", ("Shift+Up",)),
    ActionSpec("view.pan-down", ("Shift+Down",)),
    ActionSpec("view.mirror", ("M",), is_state=True),
    ActionSpec("show.menu", ("V",), is_state=True),
    ActionSpec("show.labels", ("N",), is_state=True),
    ActionSpec("show.pain", ("W",), is_state=True),
    ActionSpec("show.pair", ("D",), is_state=True),
    ActionSpec("show.still", ("R",), is_state=True),
    ActionSpec("show.skin", ("K",)),
    ActionSpec("pain.show", ("I",), is_state=True),
    ActionSpec("pain.clear", ("Shift+I",)),
    ActionSpec("draw.show", ("E",), is_state=True),
    ActionSpec("draw.clear", ("Shift+E",)),
    ActionSpec("list.toggle", ("L",), is_state=True),
    ActionSpec("consult.menu", ("O",), is_state=True),
    ActionSpec("topic.previous", (",",)),
    ActionSpec("topic.next", (".",)),
    ActionSpec("plan.add", ("A",), is_state=True),
    ActionSpec("plan.show", ("Ctrl+L",)),
    ActionSpec("safety.show", ("Q",)),
    ActionSpec("teach.show", ("U",)),
    ActionSpec("calm.toggle", ("C",), is_state=True),
    ActionSpec("depth.toggle", ("Ctrl+E",), is_state=True),
    ActionSpec("patient.new", ("Ctrl+N",)),
    ActionSpec("search.focus", ("Ctrl+F", "/")),
    ActionSpec("theme.toggle", ("T",)),
    ActionSpec("text.larger", ("Ctrl++", "Ctrl+=")),
    ActionSpec("text.smaller", ("Ctrl+-",)),
    ActionSpec("selection.clear", ("Escape",)),
    ActionSpec("history.back", ("Alt+Left", "Ctrl+Z")),
    ActionSpec("history.forward", ("Alt+Right", "Ctrl+Shift+Z")),
    ActionSpec("handout.show", ("Ctrl+P",)),
    ActionSpec("handout.save", ("Ctrl+S",)),
    ActionSpec("second.toggle", ("Ctrl+D",), is_state=True),
    ActionSpec("second.freeze", ("F",), is_state=True),
    ActionSpec("second.blank", ("X",), is_state=True),
    ActionSpec("settings.show", ("Ctrl+,",)),
    ActionSpec("help.keys", ("F1", "?")),
    ActionSpec("help.about", ("F2",)),
    ActionSpec("window.quit", ("Ctrl+Q",)),
)


def make_actions(
    window: QWidget, words: Words, calls: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return the window's actions by id, each calling the method that ``calls`` names for it."""
    actions = {}
    for spec in ACTIONS:
        if spec.id not in calls:
            continue
        text = words(f"ui.action.{spec.id}")
        action = QAction(window)
        action.setObjectName(spec.id)
        action.setText(text)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.is_state)
        action.setToolTip(words("ui.tip", text=text, key=key_text(spec)))
        action.triggered.connect(calls[spec.id])
        window.addAction(action)
        actions[spec.id] = action
    return actions


def rename(action: QAction, text: str, words: Words) -> None:
    """Call an action otherwise, for the state it is in."""
    if action.text() != text:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setToolTip(words("ui.tip", text=text, key=key))


def keys_text(spec: ActionSpec, words: Words) -> str:
    """Return all keys of an action as they are printed on a keyboard here."""
    native = QKeySequence.SequenceFormat.NativeText
    first, *others = [QKeySequence(key).toString(native) for key in spec.keys]
    for other in others:
        first = words("ui.keys.or", one=first, other=other)
    return first


def key_text(spec: ActionSpec) -> str:
    """Return the first key of an action as it is printed on a keyboard here."""
    return QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
