"""Our window and a bare one as a person would have them on the screen, and mice that tap on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from consult_app.bench.surroundings import SCREEN
from consult_app.gui import application as program
from consult_app.gui.consultation_model import ConsultationModel
from consult_app.options import RunOptions

# After our own modules, which import PySide6 in the way that the program does.
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt  # isort: skip
from PySide6.QtGui import QMouseEvent  # isort: skip
from PySide6.QtWidgets import QApplication, QLabel, QWidget  # isort: skip

if TYPE_CHECKING:
    from consult_app.atlas.model import Atlas, Plate
    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow


class Scene(NamedTuple):
    """Our window, shown and at rest."""

    application: QApplication
    window: MainWindow
    model: ConsultationModel
    catalogue: Catalogue
    atlas: Atlas


def platform() -> str:
    """Return the name of the Qt platform in use."""
    program.make_application()
    return QApplication.platformName()


def open_window(resources: str, size: tuple[int, int] = SCREEN) -> Scene:
    """Show our window, ``size`` logical pixels large, with all that it loads after its first frame."""
    application = program.make_application()
    options = RunOptions(resources=Path(resources))
    loaded = program.load(options)
    window = program.make_window(application, loaded, options)
    window.resize(*size)
    window.show()
    application.processEvents()
    window.load_rest()
    model = window.findChild(ConsultationModel)
    if model is None:
        raise LookupError("the window has no consultation")
    return Scene(application, window, model, loaded.catalogue, loaded.atlas)


def open_label() -> tuple[QApplication, QLabel]:
    """Show a bare window of the same size."""
    application = QApplication(["bare"])
    label = QLabel("A bare window")
    label.resize(*SCREEN)
    label.show()
    application.processEvents()
    return application, label


def plates_to_turn(atlas: Atlas) -> list[Plate]:
    """Return the plates that turning goes through, layer by layer, by azimuth; close-ups are none of them."""
    bodies = [plate for plate in atlas.plates if plate.part == "body"]
    return sorted(bodies, key=lambda plate: (plate.layer, plate.azimuth))


def look_at(scene: Scene, plate: Plate) -> None:
    """Turn, peel and go close until a plate is the main view."""
    scene.model.look_at(plate.part)
    scene.model.peel_to(plate.layer)
    scene.model.turn_to(plate.azimuth)


def move_to(widget: QWidget, spot: QPoint, *, is_pressed: bool = False) -> None:
    """Move the mouse to a point of a widget, which is told so by Qt."""
    held = Qt.MouseButton.LeftButton if is_pressed else Qt.MouseButton.NoButton
    _send(widget, spot, QEvent.Type.MouseMove, Qt.MouseButton.NoButton, held)


def press(widget: QWidget, spot: QPoint) -> None:
    """Press the left button at a point of a widget."""
    left = Qt.MouseButton.LeftButton
    _send(widget, spot, QEvent.Type.MouseButtonPress, left, left)


def release(widget: QWidget, spot: QPoint) -> None:
    """Release the left button at a point of a widget."""
    _send(
        widget,
        spot,
        QEvent.Type.MouseButtonRelease,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
    )


def _send(
    widget: QWidget, spot: QPoint, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    """Give the window system's window an event; Qt finds the widget that it belongs to, as ever."""
    window = widget.window()
    place, on_screen = widget.mapTo(window, spot), widget.mapToGlobal(spot)
    event = QMouseEvent(
        kind, QPointF(place), QPointF(on_screen), button, held, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(window.windowHandle(), event)
