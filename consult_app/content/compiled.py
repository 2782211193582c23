"""A compiled copy of the catalogue, so that starting need not read YAML.

The copy is two files of JSON in the cache folder: what the first frame shows, and what it does without,
which is read when somebody asks for it. Each is a key, a checksum and the payload. The key is the digest
of every source file with the versions of program and layout; a copy that does not match in every bit is
as good as none. Failing to write one is no fault, only slower.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from consult_app import __version__
from consult_app.content import files, records, safety_records
from consult_app.content.later import Later
from consult_app.content.packing import Packing, pack
from consult_app.digest import digest_of
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.detail_records import Details
    from consult_app.content.records import Catalogue
    from consult_app.problems import Problem

_LARGEST_SOURCE = 4_000_000
_FIRST = Packing(records, safety_records)
_NO_COPY = (OSError, ValueError, TypeError, LookupError, RecursionError, AttributeError)
"""What reading something else than a copy may end in."""


class Loaded(NamedTuple):
    """The catalogue, or None with the problems that stand in its way."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


class _Copy(NamedTuple):
    """Where the copy of a folder lies: one per folder, so that old ones do not pile up."""

    first: Path
    details: Path


def load(folder: Path, cache: Path | None) -> Loaded:
    """Return the catalogue of a folder, from the copy in ``cache`` where that is valid."""
    key = _key(folder)
    copy = _copy_of(folder, cache) if cache is not None and key else None
    catalogue = _read_copy(copy, key, folder) if copy is not None else None
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
    parts = [__version__.encode(), _FIRST.layout.encode()]
    try:
        for path in (*(folder / name for name in files.SINGLE_FILES), *files.muscle_files(folder)):
            status = os.stat(path)  # noqa: PTH116 -- twice as fast, and there are some sixty of them
            if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST_SOURCE:
                return ""  # a fault that parsing tells better
            with path.open("rb", buffering=0) as file:
                parts += [os.fsencode(path.name), file.read()]
        if files.stray_files(folder):
            return ""  # a warning is due
    except OSError:
        return ""
    return digest_of(*parts)


def _copy_of(folder: Path, cache: Path) -> _Copy:
    place = digest_of(os.fsencode(folder.absolute()))[:16]
    return _Copy(cache / f"catalogue-{place}.json", cache / f"catalogue-{place}-details.json")


def _read_copy(copy: _Copy, key: str, folder: Path) -> Catalogue | None:
    try:
        payload = _read_part(copy.first, key)
        if payload is None or not copy.details.exists():
            return None
        catalogue: Catalogue = _FIRST.unpack("Catalogue", json.loads(payload))
        return catalogue._replace(later=Later(lambda: _read_details(copy.details, key, folder)))
    except _NO_COPY:
        return None


def _read_details(path: Path, key: str, folder: Path) -> Details:
    from consult_app.content import detail_records

    packing = Packing(detail_records)
    try:
        layout, packed = json.loads(_read_part(path, key) or b"")
        if layout == packing.layout:
            details: Details = packing.unpack("Details", packed)
            return details
    except _NO_COPY:
        pass
    # Damaged, or written by another state of the program, as happens while it is worked on.
    from consult_app.content.loading import load_catalogue

    catalogue = load_catalogue(folder).catalogue
    if catalogue is None or _key(folder) != key:
        raise UserFacingError(f"The words in {folder} have changed just now. Start the program again.")
    _write_part(path, key, [packing.layout, pack(catalogue.details)])
    return catalogue.details


def _read_part(path: Path, key: str) -> bytes | None:
    """Return the payload of one file, or None where it is another's or damaged."""
    written_key, checksum, payload = path.read_bytes().split(b"\n", 2)
    is_whole = written_key == key.encode() and checksum == digest_of(payload).encode()
    return payload if is_whole else None


def _write_copy(copy: _Copy, key: str, catalogue: Catalogue) -> None:
    from consult_app.content import detail_records

    _write_part(copy.details, key, [Packing(detail_records).layout, pack(catalogue.details)])
    _write_part(copy.first, key, pack(catalogue))


def _write_part(path: Path, key: str, value: object) -> None:
    payload = json.dumps(value, separators=(",", ":")).encode()  # plain ASCII is read a fifth faster
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(b"\n".join((key.encode(), digest_of(payload).encode(), payload)))
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
