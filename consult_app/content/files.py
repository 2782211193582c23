"""Which files make up a catalogue folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PASSPORT = "catalogue.yaml"
ZONES = "zones.yaml"
BENEFITS = "benefits.yaml"
CONDITIONS = "conditions.yaml"
EVIDENCE = "evidence.yaml"
REFERENCES = "references.yaml"
SAFETY = "safety.yaml"
OPTIONS = "options.yaml"
VISIT = "visit.yaml"
INTERFACE = "interface.yaml"
BANNED_WORDS = "banned-words.yaml"
"""Read by the checks alone: words that the texts must not use."""

SINGLE_FILES = (
    PASSPORT,
    ZONES,
    BENEFITS,
    CONDITIONS,
    EVIDENCE,
    REFERENCES,
    SAFETY,
    OPTIONS,
    VISIT,
    INTERFACE,
)
MUSCLES = "muscles"
YAML = ".yaml"


def muscle_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of the muscle groups, by name.

    Raises:
        OSError: the folder ``muscles`` is missing or cannot be read.
    """
    inner = folder / MUSCLES
    found = (path for path in inner.iterdir() if is_muscle_file(path.name))
    return tuple(sorted(found, key=lambda path: path.name))  # comparing paths themselves is slow


def is_muscle_file(name: str) -> bool:
    """Whether a file of this name in ``muscles`` holds a muscle group (and is no editor's leftover)."""
    return name.endswith(YAML) and not name.startswith(".")


def stray_files(folder: Path) -> tuple[Path, ...]:
    """Return YAML files that nobody reads: misspelt names, or ``.yml`` for ``.yaml``."""
    known = {*SINGLE_FILES, BANNED_WORDS}
    found = [folder / name for name in sorted(_names(folder)) if _is_yaml(name) and name not in known]
    inner = folder / MUSCLES
    found += [inner / name for name in sorted(_names(inner)) if _is_yaml(name) and not is_muscle_file(name)]
    return tuple(found)


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
