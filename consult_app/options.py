"""What the command line asks of the window and of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.problems import UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

Selected = tuple[str, str | None]
"""A muscle group id and a side (``left``, ``right``) or None for both."""


class RunOptions(NamedTuple):
    """How the window starts. None leaves the choice to the window."""

    select: tuple[Selected, ...] = ()
    azimuth: int | None = None
    layer: str | None = None
    part: str | None = None
    language: str | None = None
    theme: str | None = None
    text_size: int | None = None
    resources: Path | None = None
    settings: Path | None = None


class PictureOptions(NamedTuple):
    """A picture to write: of the figure, or of the whole window, in the state that ``scene`` describes.

    Sizes are in logical pixels.
    """

    out: Path
    scene: RunOptions = RunOptions()
    window: bool = False
    regions: Path | None = None
    width: int = 1200
    height: int = 1600
    scale: float = 1.0


class HandoutOptions(NamedTuple):
    """A hand-out to write: of one group, or of a plan of several, in the view that ``scene`` names.

    ``paper`` is ``A4`` or ``Letter``; where it, ``clinic`` or ``logo`` is not given, the settings tell.
    ``depth`` is ``plain`` or ``practitioner``; ``yes`` are the ids of the safety questions answered with
    yes, ``today`` the day it is made.
    """

    out: Path
    scene: RunOptions = RunOptions()
    paper: str | None = None
    depth: str = "plain"
    note: str = ""
    yes: tuple[str, ...] = ()
    clinic: str = ""
    logo: Path | None = None
    today: date | None = None


def parse_selected(text: str) -> Selected:
    """Return the group and side that ``GROUP[:left|right]`` names.

    Raises:
        UsageError: the part after the colon is no side, or there is no group.
    """
    group, colon, side = text.partition(":")
    if not group:
        raise UsageError(f"“{text}” names no muscle group. Write GROUP, GROUP:left or GROUP:right.")
    if colon and side not in ("left", "right"):
        raise UsageError(f"“{side}” is no side. Write {group}, {group}:left or {group}:right.")
    return group, side or None


def check_selected(selected: Collection[Selected], known_groups: Collection[str]) -> None:
    """Refuse muscle groups that the catalogue does not know.

    Raises:
        UsageError: names the unknown group and the nearest known one.
    """
    for group, _side in selected:
        require_known("muscle group", group, known_groups, "consult-app list groups")


def require_known(what: str, given: str, known: Collection[str], listing: str) -> None:
    """Refuse an id that is not known, naming the nearest one and the command that lists them all.

    Raises:
        UsageError: ``given`` is not in ``known``.
    """
    if given in known:
        return
    near = nearest(given, known)
    hint = f" Did you mean “{near}”?" if near else ""
    raise UsageError(f"There is no {what} “{given}”.{hint} “{listing}” shows all.")
