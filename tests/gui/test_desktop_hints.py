"""What the desktop asks for, in any version of Qt."""

from __future__ import annotations

import pytest

from consult_app.gui import desktop_hints


class _Value:
    def __init__(self, name: str) -> None:
        self.name = name


class _Hints:
    def motionPreference(self) -> _Value:  # noqa: N802 -- as Qt calls it
        return _Value("ReducedMotion")

    def contrastPreference(self) -> _Value:  # noqa: N802
        return _Value("HighContrast")


class _Style:
    def accessibility(self) -> _Hints:
        return _Hints()


class _Application:
    def __init__(self, style: object) -> None:
        self._style = style

    def styleHints(self) -> object:  # noqa: N802
        return self._style


@pytest.mark.parametrize(("style", "wanted"), [(_Style(), True), (object(), False)])
def test_wishes_of_the_desktop_are_heard_where_qt_tells_them(
    monkeypatch: pytest.MonkeyPatch,
    style: object,
    wanted: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(desktop_hints, "QGuiApplication", _Application(style))
    assert desktop_hints.wants_no_motion() == wanted
    assert desktop_hints.wants_contrast() == wanted


def test_this_qt_can_be_asked(qapp: object) -> None:  # noqa: ARG001
    assert desktop_hints.wants_no_motion() in (True, False)
    assert desktop_hints.wants_contrast() in (True, False)
