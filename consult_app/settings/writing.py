"""Writes the settings: whole or not at all, and never over something that could not be understood."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.problems import SourceLocation, UserFacingError
from consult_app.settings.file import DESKTOP, parse_settings
from consult_app.settings.record import SECTIONS, SKINS, Settings
from consult_app.yaml_nodes import ListNode, MapNode, Node, TextNode, read_nodes, write_nodes

if TYPE_CHECKING:
    from consult_app.settings.record import Known

_HEAD = """\
# Settings of the consultation aid. Change them here, or in the program with Ctrl+comma.
# “consult-app check --settings FILE” looks for faults. Write true or false; lists as [one, two].
"""
_COMMENTS = {
    "clinic": "The clinic's name: on hand-outs and on the patient's own screen.",
    "logo": "A PNG, JPEG or SVG file; a path, or the name of a file beside this one. Empty for none.",
    "theme": "desktop (as the desktop is), light, dark, contrast",
    "text_size": "Percent: 100, 125, 150, 175, 200",
    "mirror": "Show the body as in a mirror instead of face to face.",
    "paper": "A4, Letter",
    "hide_groups": "Muscle groups without a page here; “consult-app list groups” shows their names.",
    "hide_sections": f"Parts of pages to leave out: {', '.join(SECTIONS)}.\n"
    "# What may go wrong, when to get help and how sure anyone is always stay.",
    "figure_names": "Names of muscles beside the body",
    "figure_skin": ", ".join(SKINS),
    "figure_still": "No motion",
}


def write_settings(path: Path, settings: Settings, known: Known) -> Path | None:
    """Write the settings; return the copy that was kept of a file with faults, where there was one.

    What the file says beyond the program's own settings is kept.

    Raises:
        UserFacingError: the file cannot be written.
    """
    try:
        place = path.resolve()  # a link to the file stays a link
        kept = _keep_broken(place, known) if place.exists() else None
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, as_text(settings, _others(place)))
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UserFacingError(f"{path}: the settings cannot be written there ({reason}).") from error
    return kept


def as_text(settings: Settings, others: MapNode | None = None) -> str:
    """Return the file: each setting with a comment, then what is not the program's own."""
    parts = [_HEAD]
    for key, node in _nodes(settings).items():
        comment = f"# {_COMMENTS[key]}\n" if key in _COMMENTS else ""
        parts.append(comment + _entry(key, node))
    if others is not None and others.entries:
        parts.append("# Not known to this version of the program:\n" + write_nodes(others))
    return "\n".join(parts)


def _nodes(settings: Settings) -> dict[str, Node]:
    return {
        "clinic": _text(_clean(settings.clinic)),
        "logo": _text(str(settings.logo or "")),
        "language": _text(settings.language),
        "theme": _text(settings.theme or DESKTOP),
        "text_size": _plain(settings.text_size or 100, "int"),
        "mirror": _flag(is_on=settings.is_mirrored),
        "paper": _text(settings.paper),
        "hide_groups": _list(settings.hidden_groups),
        "hide_sections": _list(settings.hidden_sections),
        "figure_names": _flag(is_on=settings.shows_labels),
        "figure_skin": _text(SKINS[settings.skin]),
        "figure_still": _flag(is_on=settings.is_still),
    }


def _clean(text: str) -> str:
    """Return a text without what no file may hold, such as line breaks that were pasted."""
    letters = (letter if letter.isprintable() else " " for letter in text)
    return " ".join("".join(letters).split())


_NOWHERE = SourceLocation(Path())
"""What is written has no place yet."""


def _text(text: str) -> TextNode:
    return TextNode(_NOWHERE, text)


def _plain(value: object, kind: str) -> TextNode:
    return TextNode(_NOWHERE, str(value), kind)


def _flag(*, is_on: bool) -> TextNode:
    return _plain("true" if is_on else "false", "bool")


def _list(texts: tuple[str, ...]) -> ListNode:
    return ListNode(_NOWHERE, tuple(_text(text) for text in texts))


def _entry(key: str, node: Node) -> str:
    return write_nodes(MapNode(_NOWHERE, ((_text(key), node),)))


def _others(path: Path) -> MapNode | None:
    """Return what a file says that is not a setting of this program."""
    root, _problems = read_nodes(path)
    if not isinstance(root, MapNode):
        return None
    own = _nodes(Settings())
    return MapNode(root.location, tuple(entry for entry in root.entries if entry[0].text not in own))


def _keep_broken(path: Path, known: Known) -> Path | None:
    """Copy a file with faults beside itself under a name that is free."""
    _settings, problems = parse_settings(path, known)
    if not any(problem.is_error for problem in problems):
        return None
    number = 1
    while (copy := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    shutil.copy2(path, copy)
    return copy


def _replace(path: Path, text: str) -> None:
    """Put a file in another's place when all of it is on the disk."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
