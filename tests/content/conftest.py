"""The tiny catalogue, loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.content.loading import load_catalogue
from tests.helpers.catalogue_files import write_catalogue

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    found = load_catalogue(write_catalogue(tmp_path_factory.mktemp("catalogue"))).catalogue
    assert found is not None
    return found
