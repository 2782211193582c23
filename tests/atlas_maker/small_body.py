"""A small body for tests: an egg of skin around an egg of bone and two balls of muscle, left and right."""

from __future__ import annotations

import csv
import json
import struct
from typing import TYPE_CHECKING

import DracoPy
import numpy as np

from consult_app.atlas_maker.meshes import Mesh

if TYPE_CHECKING:
    from pathlib import Path

CENTRE = {"left": (0.08, 1.2, 0.16), "right": (-0.08, 1.2, 0.16)}
RADIUS = 0.05
SKIN = (0.17, 0.15, 0.12)
"""Half axes of the skin's egg in metres."""
ROWS = (
    ("skin.glb", "Skin", "midline", "skin", "", ""),
    ("bone.glb", "Left bone", "midline", "bone", "", ""),
    ("left.glb", "Left ball", "left", "muscle", "ball", "balls"),
    ("right.glb", "Right ball", "right", "muscle", "ball", "balls"),
)


def box(low: tuple[float, float, float], high: tuple[float, float, float]) -> Mesh:
    corners = np.array([[(low, high)[i >> axis & 1][axis] for axis in range(3)] for i in range(8)], float)
    quads = ((0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5))
    faces = [face for a, b, c, d in quads for face in ((a, b, c), (a, c, d))]
    return Mesh(corners, np.array(faces, np.int32))


def ball(centre: tuple[float, float, float], radius: float, rings: int = 24) -> Mesh:
    """A closed ball whose triangles turn outwards."""
    down = np.linspace(0, np.pi, rings + 1)[1:-1, None]
    around = np.linspace(0, 2 * np.pi, 2 * rings, endpoint=False)[None]
    y, flat = np.cos(down) + 0 * around, np.sin(down)
    side = np.stack([flat * np.sin(around), y, flat * np.cos(around)], axis=2).reshape(-1, 3)
    points = np.concatenate([side, [[0, 1, 0], [0, -1, 0]]]) * radius + centre
    number, count = np.arange(len(side)).reshape(rings - 1, -1), 2 * rings
    a, b = number, np.roll(number, -1, axis=1)
    faces = [np.stack([a[:-1], a[1:], b[:-1]], 2), np.stack([b[:-1], a[1:], b[1:]], 2)]
    top, bottom = np.full(count, len(side)), np.full(count, len(side) + 1)
    caps = [np.stack([top, a[0], b[0]], 1), np.stack([bottom, b[-1], a[-1]], 1)]
    return Mesh(points, np.concatenate([part.reshape(-1, 3) for part in (*faces, *caps)]).astype(np.int32))


def egg(centre: tuple[float, float, float], half: tuple[float, float, float]) -> Mesh:
    round_one = ball((0.0, 0.0, 0.0), 1.0)
    return Mesh(round_one.vertices * half + centre, round_one.faces)


def write_glb(path: Path, mesh: Mesh) -> None:
    """Write a mesh as binary glTF whose one buffer view is a Draco mesh."""
    packed = DracoPy.encode(mesh.vertices.astype(np.float32), mesh.faces.astype(np.uint32))
    draco = {"KHR_draco_mesh_compression": {"bufferView": 0, "attributes": {"POSITION": 0}}}
    document = {
        "meshes": [{"primitives": [{"extensions": draco}]}],
        "bufferViews": [{"buffer": 0, "byteOffset": 0, "byteLength": len(packed)}],
    }
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    head = struct.pack("<4s4I", b"glTF", 2, 28 + len(text) + len(packed), len(text), 0x4E4F534A)
    path.write_bytes(head + text + struct.pack("<2I", len(packed), 0x004E4942) + packed)


def write_body(folder: Path) -> Path:
    (folder / "meshes").mkdir(parents=True)
    with (folder / "index.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "label", "side", "tissue", "muscle", "group"))
        writer.writerows(ROWS)
    meshes = folder / "meshes"
    write_glb(meshes / "skin.glb", egg((0.0, 1.2, 0.13), SKIN))
    write_glb(meshes / "bone.glb", egg((0.0, 1.2, 0.10), (0.12, 0.10, 0.05)))
    for side, centre in CENTRE.items():
        write_glb(meshes / f"{side}.glb", ball(centre, RADIUS))
    return folder
