"""A compiled copy of the catalogue, so that starting need not read YAML.

The copy is JSON in the cache folder: a key, a checksum, the payload. The key is the digest of every
source file with the versions of program and layout; a copy that does not match in every bit is as good
as none. Failing to write one is no fault, only slower.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from consult_app import __version__
from consult_app.content import files
from consult_app.content.packing import LAYOUT, pack, unpack_catalogue
from consult_app.digest import digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.problems import Problem

_LARGEST_SOURCE = 4_000_000


class Loaded(NamedTuple):
    """The catalogue, or None with the problems that stand in its way."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(folder: Path, cache: Path | None) -> Loaded:
    """Return the catalogue of a folder, from the copy in ``cache`` where that is valid."""
    key = _key(folder)
    copy = _copy_path(folder, cache) if cache is not None and key else None
    catalogue = _read_copy(copy, key) if copy is not None else None
    if catalogue is not None:
        return Loaded(catalogue, ())
    from consult_app.content.loading import load_catalogue  # brings YAML along, which a valid copy saves

    parsed = load_catalogue(folder)
    # A catalogue with warnings is parsed each time, so that they are told each time. A key that changed
    # meanwhile belongs to other words than those just read.
    if copy is not None and parsed.catalogue is not None and not parsed.problems and _key(folder) == key:
        _write_copy(copy, key, parsed.catalogue)
    return Loaded(parsed.catalogue, parsed.problems)


def _key(folder: Path) -> str:
    """Return the digest of everything the catalogue is made from; empty where that cannot be read."""
    parts = [__version__.encode(), LAYOUT.encode()]
    try:
        for path in (*(folder / name for name in files.SINGLE_FILES), *files.muscle_files(folder)):
            if not path.is_file() or path.stat().st_size > _LARGEST_SOURCE:
                return ""  # a fault that parsing tells better
            parts += [os.fsencode(path.name), path.read_bytes()]
        if files.stray_files(folder):
            return ""  # a warning is due
    except OSError:
        return ""
    return digest_of(*parts)


def _copy_path(folder: Path, cache: Path) -> Path:
    """Return where the copy of a folder lies: one per folder, so that old ones do not pile up."""
    place = digest_of(os.fsencode(folder.absolute()))[:16]
    return cache / f"catalogue-{place}.json"


def _read_copy(copy: Path, key: str) -> Catalogue | None:
    try:
        written_key, checksum, payload = copy.read_bytes().split(b"\n", 2)
        if written_key != key.encode() or checksum != digest_of(payload).encode():
            return None
        return unpack_catalogue(json.loads(payload))
    except (OSError, ValueError, TypeError, LookupError, RecursionError, AttributeError):
        return None


def _write_copy(copy: Path, key: str, catalogue: Catalogue) -> None:
    payload = json.dumps(pack(catalogue), ensure_ascii=False, separators=(",", ":")).encode()
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(b"\n".join((key.encode(), digest_of(payload).encode(), payload)))
        unfinished.replace(copy)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
