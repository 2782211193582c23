"""Fixtures of the atlas maker's tests; all of them need the extra ``atlas-maker``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def meshes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mesh folder of the small body."""
    from tests.atlas_maker.small_body import write_body

    return write_body(tmp_path_factory.mktemp("small") / "body")


@pytest.fixture(scope="session")
def made(meshes: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The atlas of the small body (see ``few_views``), and the progress that was reported."""
    from consult_app.atlas_maker import build

    folder, lines = tmp_path_factory.mktemp("atlas"), list[str]()
    with pytest.MonkeyPatch.context() as patch:
        few_views(patch)
        build.make_atlas(meshes, folder, lines.append)
    return folder, lines


def few_views(patch: pytest.MonkeyPatch) -> None:
    """Let the atlas be coarse, and of four views without depth, one with all layers, and an empty inset."""
    from consult_app.atlas_maker import build
    from consult_app.atlas_maker.shots import View

    flat = tuple(View("body", azimuth, layers=("superficial",)) for azimuth in (0, 90, 180, 270))
    patch.setattr(build, "SCALE", 300)
    patch.setattr(build, "VIEWS", (*flat, View("body", 45), View("soles", 0, pitch=-90)))
