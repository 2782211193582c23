"""Reads the mesh folder: ``index.csv`` and Draco-compressed binary glTF files.

Mesh frame: metres; +y up, +z towards the front, +x towards the body's own left.
"""

from __future__ import annotations

import csv
import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import DracoPy
import numpy as np
from numpy.typing import NDArray

from consult_app.atlas_maker.faults import MeshFault

if TYPE_CHECKING:
    from pathlib import Path

Points = NDArray[np.float64]
Faces = NDArray[np.int32]

INDEX = "index.csv"
_COLUMNS = ("file", "label", "side", "tissue", "muscle", "group")
_SIDES = ("left", "right", "midline")
_JSON_CHUNK = 0x4E4F534A
_DRACO = "KHR_draco_mesh_compression"


@dataclass(frozen=True, slots=True)
class Part:
    """One row of ``index.csv``: a mesh file and what it is; ``muscle`` and ``group`` may be empty."""

    file: str
    label: str
    side: str
    tissue: str
    muscle: str
    group: str


@dataclass(frozen=True, slots=True)
class Mesh:
    """A triangle mesh: vertices in metres (n × 3) and vertex numbers per triangle (m × 3)."""

    vertices: Points
    faces: Faces


def read_parts(folder: Path) -> tuple[Part, ...]:
    """Read ``index.csv`` of ``folder``.

    Raises:
        MeshFault: there is no index, or a row of it is damaged.
    """
    path = folder / INDEX
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except FileNotFoundError:
        raise MeshFault(path, "This folder holds no index.csv, so there are no meshes to draw.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise MeshFault(path, f"The list of meshes cannot be read ({error}).") from None
    return tuple(_part(path, number, row) for number, row in enumerate(rows, start=2))


def read_mesh(folder: Path, part: Part) -> Mesh:
    """Read and decode the mesh of ``part``.

    Raises:
        MeshFault: the file is missing or is not a Draco-compressed binary glTF mesh.
    """
    path = folder / "meshes" / part.file
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise MeshFault(path, f"The mesh of “{part.label}” is missing.") from None
    except OSError as error:
        raise MeshFault(path, f"The mesh of “{part.label}” cannot be read ({error}).") from None
    try:
        decoded = DracoPy.decode(_draco(data))
        vertices = np.asarray(decoded.points, np.float64).reshape(-1, 3)
        faces = np.asarray(decoded.faces, np.int32).reshape(-1, 3)
    except (struct.error, ValueError, KeyError, IndexError, TypeError, AttributeError, RuntimeError):
        raise MeshFault(path, f"The mesh of “{part.label}” is damaged and cannot be decoded.") from None
    except DracoPy.FileTypeException:
        raise MeshFault(path, f"The mesh of “{part.label}” is damaged and cannot be decoded.") from None
    return Mesh(vertices, faces)


def _part(path: Path, number: int, row: dict[str, Any]) -> Part:
    values = [row.get(column) for column in _COLUMNS]
    if any(not isinstance(value, str) for value in values) or row["side"] not in _SIDES:
        raise MeshFault(path, f"Line {number} of the list of meshes is damaged.")
    return Part(*cast("list[str]", values))


def _draco(data: bytes) -> bytes:
    """Return the Draco buffer inside a binary glTF file."""
    magic, _version, _length, size, kind = struct.unpack_from("<4s4I", data)
    if magic != b"glTF" or kind != _JSON_CHUNK:
        raise ValueError("not binary glTF")
    document = json.loads(data[20 : 20 + size])
    draco = document["meshes"][0]["primitives"][0]["extensions"][_DRACO]
    view = document["bufferViews"][draco["bufferView"]]
    start = 28 + size + view.get("byteOffset", 0)
    return data[start : start + view["byteLength"]]
