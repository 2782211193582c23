"""Reads the settings at the start: nothing is imported where there is no file, and no YAML as a rule.

A file without faults is kept as JSON in the cache folder, with a digest of the file it was made from.
Where anything does not match, the file itself is read again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from consult_app import __version__
from consult_app.digest import digest_of
from consult_app.settings.record import Known, Settings, usual_settings

if TYPE_CHECKING:
    from consult_app.problems import Problem

_NO_COPY = (OSError, ValueError, TypeError, LookupError, RecursionError)
"""What reading something else than a copy may end in."""


class Found(NamedTuple):
    """The settings, with defaults for what is broken, and what is broken."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def read_settings(path: Path | None, cache: Path | None, known: Known) -> Found:
    """Return the settings of a file; where there is none, those of somebody who has chosen nothing."""
    usual = usual_settings()
    if path is None:
        return Found(usual)
    try:
        os.stat(path)  # noqa: PTH116 -- the usual case, and twice as fast
    except (FileNotFoundError, NotADirectoryError):
        return Found(usual)
    except OSError:
        return _parsed(path, known)
    key = _key(path, usual, known)
    copy = None if cache is None or not key else cache / f"settings-{digest_of(os.fsencode(path))[:16]}.json"
    kept = None if copy is None else _read_copy(copy, key)
    if kept is not None and (kept.logo is None or kept.logo.is_file()):
        return Found(kept)
    found = _parsed(path, known)
    if copy is not None and not found.problems and _key(path, usual, known) == key:
        _write_copy(copy, key, found.settings)
    return found


def _parsed(path: Path, known: Known) -> Found:
    from consult_app.settings.file import parse_settings  # brings YAML along, which a copy saves

    return Found(*parse_settings(path, known))


def _key(path: Path, usual: Settings, known: Known) -> str:
    """Return the digest of all that the settings are made from; empty where the file cannot be read."""
    try:
        source = path.read_bytes()
    except OSError:
        return ""
    fields = " ".join(Settings._fields)
    names = " ".join((*sorted(known.groups), *sorted(known.languages)))
    return digest_of(__version__.encode(), fields.encode(), repr(usual).encode(), names.encode(), source)


def _read_copy(copy: Path, key: str) -> Settings | None:
    import json

    try:
        written_key, checksum, payload = copy.read_bytes().split(b"\n", 2)
        if written_key != key.encode() or checksum != digest_of(payload).encode():
            return None
        values: dict[str, Any] = json.loads(payload)
        values["logo"] = Path(values["logo"]) if values["logo"] else None
        lists = ("hidden_groups", "hidden_sections")
        return Settings(**{**values, **{name: tuple(values[name]) for name in lists}})
    except _NO_COPY:
        return None


def _write_copy(copy: Path, key: str, settings: Settings) -> None:
    import json

    values = {**settings._asdict(), "logo": str(settings.logo) if settings.logo else None}
    payload = json.dumps(values).encode()
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(b"\n".join((key.encode(), digest_of(payload).encode(), payload)))
        unfinished.replace(copy)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
