"""Two displays, as far as a program can tell: run as a script, it prints what became of both windows.

``displays.py fixed`` looks once at whatever displays there are. ``displays.py plugged`` needs an X server
of its own: its displays are pulled out and put in again with xrandr.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from consult_app.gui.application import load, make_application, make_window
from consult_app.options import RunOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from consult_app.gui.main_window import MainWindow

LEFT, RIGHT, TALL = "1366/360x768/200+0+0", "1920/500x1080/280+1366+0", "600/200x1080/360+1366+0"


def _wait(application: QApplication, seconds: float = 0.7) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def _plug(name: str, where: str, output: str = "none") -> None:
    subprocess.run(["xrandr", "--setmonitor", name, where, output], check=True, capture_output=True)


def _pull(name: str) -> None:
    subprocess.run(["xrandr", "--delmonitor", name], check=True, capture_output=True)


def _where(widget: QWidget | None) -> object:
    """Return display and box of a window that is seen."""
    if widget is None or not widget.isVisible():
        return None
    return [widget.screen().name(), list(widget.geometry().getRect())]


def _told(window: MainWindow) -> dict[str, object]:
    second = window.screens.second
    patient = second.patient
    return {
        "state": second.state if second.is_on else "off",
        "patient": _where(patient),
        "is_full": patient is not None and patient.isFullScreen(),
        "practitioner": _where(window),
        "offered": window.actions_by_id["second.toggle"].isEnabled(),
        "reads": patient is not None and str(patient.model.now.selection),
    }


def _window(application: QApplication) -> MainWindow:
    options = RunOptions(theme="light")
    window = make_window(application, load(options), options)
    window.setGeometry(0, 0, 1000, 700)
    window.show()
    _wait(application)
    window.load_rest()
    window.select("upper-trapezius", "right")
    window.screens.toggle_second()
    _wait(application)
    return window


def fixed() -> Iterator[tuple[str, dict[str, object]]]:
    """Open the patient's screen and shut it."""
    application = make_application()
    window = _window(application)
    yield "open", _told(window)
    window.screens.toggle_second()
    _wait(application, 0.2)
    yield "shut", _told(window)


def plugged() -> Iterator[tuple[str, dict[str, object]]]:
    """Pull displays out and put them in again while the patient's screen is on."""
    application = make_application()
    # Only now: at its start Qt sees the outputs of the X server, and later its monitors.
    _plug("LEFT", LEFT, "screen")
    _plug("RIGHT", RIGHT)
    _wait(application)
    window = _window(application)
    yield "open", _told(window)
    _pull("RIGHT")
    _wait(application)
    yield "pulled", _told(window)
    window.select("deltoid", "left")
    _plug("RIGHT", TALL)
    _wait(application)
    yield "back", _told(window)
    window.move(1400, 50)
    _wait(application)
    yield "swapped", _told(window)
    _pull("RIGHT")
    _wait(application)
    yield "own display gone", _told(window)
    window.screens.toggle_second()
    window.screens.toggle_second()
    _wait(application)
    yield "tried out", _told(window)
    _plug("RIGHT", RIGHT)
    _wait(application)
    yield "moved over", _told(window)
    window.close()
    _wait(application)
    yield "closed", _told(window)


if __name__ == "__main__":
    told = dict({"fixed": fixed, "plugged": plugged}[sys.argv[1]]())
    sys.stdout.write(json.dumps(told))
