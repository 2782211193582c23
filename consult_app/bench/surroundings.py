"""The environment that measured processes run in: caches of their own, nothing that slows Python."""

from __future__ import annotations

import json
import os
import site
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCREEN = (1920, 1080)
"""Pixels of the screen where there is none."""
_SLOWING = (
    "COVERAGE_PROCESS_START",
    "PYSIDE6_OPTION_PYTHON_ENUM",
    "PYTHONDEVMODE",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONINSPECT",
    "PYTHONMALLOC",
    "PYTHONPROFILEIMPORTTIME",
    "PYTHONTRACEMALLOC",
    "PYTHONVERBOSE",
    "PYTHONWARNINGS",
)
_PACKAGE = Path(__file__).resolve().parents[2]
"""The folder from which this very program is imported."""


def surroundings(work: Path, inherited: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for measured processes, with all they write in the folder ``work``."""
    kept = {name: value for name, value in inherited.items() if name not in _SLOWING}
    homes = (
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
    )
    for name in homes:
        kept[name] = str(work / name.lower())
    if sys.platform == "darwin":
        # Caches go by the home folder there. Modules that pip has put into it are still to be found.
        kept.update(HOME=str(work), PYTHONUSERBASE=site.getuserbase())
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_PACKAGE), inherited.get("PYTHONPATH", ""))))
    if _needs_no_display(inherited):
        kept["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen_file(work)}"
    return kept


def _needs_no_display(inherited: Mapping[str, str]) -> bool:
    """Return whether to draw without a display: as asked, or because a Linux session has none."""
    chosen = inherited.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen == "offscreen"
    has_display = inherited.get("DISPLAY") or inherited.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not has_display


def _screen_file(work: Path) -> Path:
    """Describe a usual screen: by itself the offscreen platform has one of 800 × 800 pixels."""
    screen = {
        "name": "bench", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1],
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    path = work / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path
