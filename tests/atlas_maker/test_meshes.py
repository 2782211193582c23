from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("numba")

import numpy as np

from consult_app.atlas_maker.body import read_tissues
from consult_app.atlas_maker.faults import MeshFault
from consult_app.atlas_maker.meshes import Part, read_mesh, read_parts
from consult_app.atlas_maker.paints import Palette
from tests.atlas_maker.small_body import CENTRE, RADIUS, ball, write_glb

if TYPE_CHECKING:
    from pathlib import Path

BALL = Part("left.glb", "Left ball", "left", "muscle", "ball", "balls")


@pytest.fixture
def copy(meshes: Path, tmp_path: Path) -> Path:
    return shutil.copytree(meshes, tmp_path / "copy")


def test_meshes_are_read_as_they_were_written(meshes: Path) -> None:
    mesh = read_mesh(meshes, BALL)
    apart = np.linalg.norm(mesh.vertices - CENTRE["left"], axis=1)
    assert np.allclose(apart, RADIUS, atol=1e-4)
    assert [part.muscle for part in read_parts(meshes)] == ["", "", "ball", "ball"]


def test_a_folder_without_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(MeshFault, match=r"index\.csv.*holds no index\.csv"):
        read_parts(tmp_path)


def test_a_damaged_line_of_the_index_is_named(copy: Path) -> None:
    with (copy / "index.csv").open("a", encoding="utf-8") as stream:
        stream.write("x.glb,Thing,upside-down,bone,,\n")
    with pytest.raises(MeshFault, match="Line 6"):
        read_parts(copy)


def test_an_index_that_is_no_text_is_named(copy: Path) -> None:
    (copy / "index.csv").write_bytes(b"\xff\xfe\x00file")
    with pytest.raises(MeshFault, match="cannot be read"):
        read_parts(copy)


def test_a_missing_mesh_is_named(copy: Path) -> None:
    (copy / "meshes" / "left.glb").unlink()
    with pytest.raises(MeshFault, match="“Left ball” is missing"):
        read_tissues(copy, Palette())


@pytest.mark.parametrize("kept", [0, 3, 19, 40, 400])
def test_a_truncated_mesh_is_named(copy: Path, kept: int) -> None:
    path = copy / "meshes" / "left.glb"
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(MeshFault, match="“Left ball” is damaged"):
        read_mesh(copy, BALL)


def test_a_mesh_of_another_kind_is_named(copy: Path) -> None:
    (copy / "meshes" / "left.glb").write_bytes(b"solid ball\n" * 10)
    with pytest.raises(MeshFault, match="“Left ball” is damaged"):
        read_mesh(copy, BALL)


def test_a_left_mesh_on_the_right_side_is_refused(copy: Path) -> None:
    write_glb(copy / "meshes" / "left.glb", ball(CENTRE["right"], RADIUS))
    with pytest.raises(MeshFault, match="listed as left but lies on the other side"):
        read_tissues(copy, Palette())


def test_a_body_without_skin_is_refused(copy: Path) -> None:
    path = copy / "index.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",skin,", ",bone,"), encoding="utf-8")
    with pytest.raises(MeshFault, match="names no skin"):
        read_tissues(copy, Palette())
