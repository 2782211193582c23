"""Finds the folders the program reads and writes; the only module that knows where they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from consult_app.problems import UserFacingError

_PACKAGE = Path(__file__).resolve().parent


def find_resources(chosen: Path | None = None) -> Path:
    """Return the folder with catalogue, atlas, themes, fonts and icons.

    Args:
        chosen: the folder the user named, which is then the only one looked at.

    Raises:
        UserFacingError: there is no such folder.
    """
    if chosen is not None:
        if not chosen.is_dir():
            raise UserFacingError(
                f"There is no folder {chosen}. Name the folder that holds catalogue and atlas."
            )
        return chosen
    # A wheel carries the resources inside the package; a checkout (also an editable install) beside it.
    places = (_PACKAGE / "_bundled", _PACKAGE.parent / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise UserFacingError(
        f"The program's resources are missing: neither {places[0]} nor {places[1]} is a folder. "
        "Install the program again, or name a folder with --resources."
    )


def cache_folder() -> Path | None:
    """Return the folder for files that may be made anew at any time, or None where there is none."""
    try:
        base = _cache_base()
    except RuntimeError:  # no home folder
        return None
    return base / "consult-app"


def _cache_base() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG standard asks to ignore relative paths.
    return Path(chosen) if chosen.startswith("/") else Path.home() / ".cache"


def settings_file() -> Path | None:
    """Return where the person's settings are kept, or None where there is no place for them."""
    try:
        base = _settings_base()
    except RuntimeError:  # no home folder
        return None
    return base / "consult-app" / "settings.yaml"


def _settings_base() -> Path:
    if sys.platform == "win32":
        roaming = os.environ.get("APPDATA")
        return Path(roaming) if roaming else Path.home() / "AppData" / "Roaming"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(chosen) if chosen.startswith("/") else Path.home() / ".config"
