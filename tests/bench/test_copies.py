from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bench.copies import enlarged, with_new_ids, write_larger
from consult_app.bench.searching import keys, mistyped
from consult_app.content.loading import load_catalogue
from consult_app.content.search import SearchIndex
from tests.helpers.catalogue_files import write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.records import Catalogue


def test_only_a_file_s_own_ids_are_new() -> None:
    text = (
        "id: jaw\nevidence_regions: [jaw]\nmuscles:\n  - id: masseter\n    name: id of it\n"
        "trigger_points:\n  - {id: masseter-1, muscle: masseter}\nbenefits:\n  - {id: pain-relief}\n"
    )
    assert with_new_ids(text, 2) == (
        "id: jaw-copy-2\nevidence_regions: [jaw]\nmuscles:\n  - id: masseter-copy-2\n    name: id of it\n"
        "trigger_points:\n  - {id: masseter-1-copy-2, muscle: masseter-copy-2}\n"
        "benefits:\n  - {id: pain-relief}\n"
    )


def test_a_larger_folder_is_a_good_catalogue(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "resources" / "catalogue")
    folder = write_larger(tmp_path / "resources", tmp_path / "larger", 3) / "catalogue"
    parsed = load_catalogue(folder)
    assert parsed.problems == ()
    assert parsed.catalogue is not None
    assert len(parsed.catalogue.groups) == 6


def test_our_own_catalogue_grows_without_a_fault(resources: Path, tmp_path: Path) -> None:
    parsed = load_catalogue(write_larger(resources, tmp_path / "larger", 2) / "catalogue")
    assert parsed.problems == ()


def test_copies_have_other_ids_and_other_words(catalogue: Catalogue) -> None:
    larger = enlarged(catalogue, 3)
    assert len(larger.group_by_id) == 3 * len(catalogue.groups)
    assert len(larger.muscle_by_id) == 3 * len(catalogue.muscle_by_id)
    assert len({group.clinical_name for group in larger.groups}) > len(catalogue.groups)
    assert SearchIndex(larger).find("upper trapezius")[0].id == "upper-trapezius"


def test_text_is_typed_key_by_key() -> None:
    assert list(keys("a b")) == ["a", "a ", "a b"]
    assert mistyped("trapezius") == "trpaezius"
