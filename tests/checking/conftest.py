"""A resources folder with the tiny catalogue and the tiny atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.content.loading import load_catalogue
from tests.helpers.atlas_files import write_atlas_files
from tests.helpers.catalogue_files import write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    write_catalogue(tmp_path / "catalogue")
    write_atlas_files(tmp_path / "atlas")
    return tmp_path


@pytest.fixture
def catalogue(resources: Path) -> Catalogue:
    """The tiny catalogue, loaded."""
    found = load_catalogue(resources / "catalogue").catalogue
    assert found is not None
    return found
