"""The catalogue as the commands get it: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bundle import cache_folder, find_resources
from consult_app.content.compiled import load
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


def open_catalogue(resources: Path | None) -> Catalogue:
    """Return the catalogue of the named resources, or of the program's own.

    Raises:
        UserFacingError: there are no resources, or the catalogue has errors; all of them are told.
    """
    loaded = load(find_resources(resources) / "catalogue", cache_folder())
    if loaded.catalogue is None:
        from consult_app.checking.report import as_text

        raise UserFacingError("The catalogue cannot be used.\n" + as_text(loaded.problems))
    return loaded.catalogue
