"""What the person has asked of the whole desktop, as far as this Qt tells of it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def wants_no_motion() -> bool:
    """Return whether the desktop asks programs to leave out motion."""
    return _preference("motionPreference") == "ReducedMotion"


def wants_contrast() -> bool:
    """Return whether the desktop asks programs for high contrast."""
    return _preference("contrastPreference") == "HighContrast"


def _preference(name: str) -> str:
    """Return a preference by the name Qt gives to its value; empty where Qt or desktop know none."""
    # Asked for by name: Qt has told of contrast since 6.10 and of motion since 6.11.
    style = QGuiApplication.styleHints()  # held: what it hands out goes with it
    hints = getattr(style, "accessibility", lambda: None)()
    ask = getattr(hints, name, None)
    return str(getattr(ask(), "name", "")) if ask is not None else ""
