"""Imports PySide6 without the parts of it that a running program does not need.

``import PySide6`` compiles, each time anew and from source, five modules that describe call signatures
(for ``help()``, type stubs and the text of a ``TypeError``): a fifth of a bare window's start. Importing
this module imports PySide6 with these put off until something asks for them, as a wrong call does. Where
PySide6 loads them in another way, nothing is put off and nothing breaks.

PySide6 also puts itself behind the ``import`` statement, to see which module writes
``from __feature__ import ...``: that makes every import of the window's hundred modules half as slow again.
None here asks for other names of Qt's methods, so the usual ``import`` is put back.
"""

from __future__ import annotations

import builtins
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from typing import SupportsIndex

PUT_OFF = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
)
"""The modules that wait. (``mapping`` cannot: Shiboken looks into its names without asking.)"""


class _Finder(Protocol):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module, as ``sys.meta_path`` asks it to."""


class _LeanFinder:
    """Finds what ``wrapped`` finds; the modules that are put off get a loader that waits."""

    def __init__(self, wrapped: _Finder) -> None:
        self.wrapped = wrapped

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module, as ``sys.meta_path`` asks it to."""
        spec = self.wrapped.find_spec(name, path, target)
        if spec is not None and spec.loader is not None and name in PUT_OFF:
            spec.loader = _WaitingLoader(spec.loader, name)  # type: ignore[assignment]
        return spec


class _Finders(list[_Finder]):
    """``sys.meta_path`` while PySide6 is imported: the finder it puts in front for itself is wrapped."""

    def insert(self, index: SupportsIndex, finder: _Finder) -> None:
        super().insert(index, _LeanFinder(finder))

    def remove(self, finder: _Finder) -> None:
        super().remove(next(item for item in self if getattr(item, "wrapped", item) is finder))


class _WaitingLoader:
    """Hands out an empty module that is filled when it is first asked for something."""

    def __init__(self, loader: Loader, name: str) -> None:
        self._loader, self._name = loader, name

    def create_module(self, _spec: ModuleSpec) -> ModuleType:
        return WaitingModule(self._name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing yet."""

    def fill(self, module: ModuleType, spec: ModuleSpec) -> None:
        """Run the module's code under the name it was found by: PySide6 renames it afterwards."""
        renamed, spec.name = spec.name, self._name
        try:
            self._loader.exec_module(module)
        finally:
            spec.name = renamed


class WaitingModule(ModuleType):
    """A module whose code has not run."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever the module holds
        """Run the code, and answer from what it has made."""
        spec = self.__spec__
        # Every module is asked for its path when it is imported.
        if name == "__path__" or spec is None or not isinstance(spec.loader, _WaitingLoader):
            raise AttributeError(name)
        object.__setattr__(self, "__class__", ModuleType)
        spec.loader.fill(self, spec)
        return getattr(self, name)


def _import_pyside() -> None:
    usual, usual_import = sys.meta_path, builtins.__import__
    sys.meta_path = _Finders(usual)
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        sys.meta_path = usual
        builtins.__import__ = usual_import


_import_pyside()
