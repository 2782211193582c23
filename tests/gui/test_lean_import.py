"""PySide6 is imported without the modules that describe signatures, and still explains a wrong call."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest


def run(code: str, *, is_lean: bool = True) -> str:
    """Run ``code`` in a Python of its own, with PySide6 imported the lean or the usual way."""
    first = "import consult_app.gui.lean_import" if is_lean else "import PySide6.QtCore"
    whole = f"{first}\nimport sys\n{textwrap.dedent(code)}"
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


WAITING = """
print([name for name, module in sys.modules.items() if type(module).__name__ == "WaitingModule"])
"""
WRONG_CALLS = """
from PySide6.QtCore import QObject, QPoint
from PySide6.support.signature import get_signature
for call in (lambda: QPoint(1, "x"), lambda: QObject().setObjectName(1), lambda: QPoint.x(3)):
    try:
        call()
    except TypeError as error:
        print(error)
print(QObject.setObjectName.__doc__, get_signature(QPoint.x))
"""


def test_the_signature_modules_wait() -> None:
    assert "signature.parser" in run(WAITING)
    assert "signature.lib.pyi_generator" in run(WAITING)


def test_nothing_waits_when_pyside_is_there_already() -> None:
    code = f"import consult_app.gui.lean_import{WAITING}"
    assert run(code, is_lean=False).strip() == "[]"


def test_importing_is_as_fast_as_without_pyside() -> None:
    code = """
    import builtins
    print(builtins.__import__.__name__)
    """
    assert run(code).strip() == "__import__"


def test_names_and_overriding_stay_as_ever() -> None:
    code = """
    import json
    from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
    class Teller(QObject):
        told = Signal(str)
        def customEvent(self, event):
            self.told.emit(type(event).__name__)
    teller, heard = Teller(), []
    teller.told.connect(heard.append)
    teller.event(QEvent(QEvent.Type.User))
    print(heard, hasattr(teller, "set_object_name"), QPoint(1, 2).x(), Qt.Key.Key_A.name)
    """
    assert run(code) == run(code, is_lean=False)
    assert "['QEvent']" in run(code)


def test_a_wrong_call_is_explained_as_ever() -> None:
    assert run(WRONG_CALLS) == run(WRONG_CALLS, is_lean=False)
    assert "setObjectName" in run(WRONG_CALLS)


@pytest.mark.parametrize("name", ["layout", "errorhandler", "lib.enum_sig", "lib.pyi_generator"])
def test_a_waiting_module_is_filled_when_asked(name: str) -> None:
    code = f"""
    import importlib
    module = importlib.import_module("PySide6.support.signature.{name}")
    print(type(module).__name__, hasattr(module, "no_such_name"), type(module).__name__, module.__file__)
    """
    before, has_it, after, file = run(code).split()
    assert (before, has_it, after) == ("WaitingModule", "False", "module")
    assert file.endswith(f"{name.replace('.', '/')}.py")


def test_the_finders_are_as_before() -> None:
    assert run("print(type(sys.meta_path).__name__, any('Lean' in str(f) for f in sys.meta_path))") == (
        "list False\n"
    )
