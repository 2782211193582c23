"""A folder becomes a catalogue, or problems; never half a catalogue, never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult_app.content.loading import load_catalogue
from tests.helpers.catalogue_files import FILES, replace_in, write_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_the_small_catalogue_loads_without_problems(tmp_path: Path) -> None:
    parsed = load_catalogue(write_catalogue(tmp_path))
    assert parsed.problems == ()
    catalogue = parsed.catalogue
    assert catalogue is not None
    assert [group.id for group in catalogue.groups] == ["jaw", "upper-trapezius"]
    trapezius = catalogue.group_by_id["upper-trapezius"]
    assert trapezius.muscles[0].fma == {"left": ("FMA33587",), "right": ("FMA33586",)}
    assert trapezius.near_lung
    assert catalogue.group_by_id["jaw"].muscles[0].fma == {}
    assert catalogue.safety.side_effects[0].high == 8.5
    assert catalogue.condition_by_id["upper-body-pain"].includes == ("neck-pain", "jaw-pain")
    assert catalogue.benefit_by_id["pain-relief"].verb == ("reduce", "reduces")
    assert catalogue.evidence[1].note == "One small study."


def test_the_small_catalogue_has_all_details(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_catalogue(tmp_path)).catalogue
    assert catalogue is not None
    details, safety = catalogue.details, catalogue.safety
    assert [detail.group for detail in details.groups] == ["jaw", "upper-trapezius"]
    jaw, trapezius = details.groups
    assert (jaw.trigger_points[0].side, trapezius.trigger_points[0].side) == ("both", "same")
    assert catalogue.trigger_point_by_id["masseter-1"].also_muscles == ("medial-pterygoid",)
    assert catalogue.detail_by_group["jaw"].review_due == "2098-01-31"
    assert trapezius.practitioner.evidence_notes[0].references == ("smith-2020",)
    assert trapezius.teach_back[1].answer == "It may ease pain."
    assert [(item.id, item.urgency) for item in details.not_for] == [
        ("chest-pain", "emergency"), ("fever", "same-day"), ("looks", "none"),
    ]  # fmt: skip
    kinds = [choice.kind for choice in details.options[0].choices]
    assert kinds == ["needling", "exercise", "hands-on", "wait"]
    assert details.options[0].matters[0].favours == ("exercise", "hands-on", "wait")
    assert details.visit[0].calm_points == ("You lie down and rest.",)
    assert [question.scope for question in safety.questions] == ["everywhere", "near-lung"]
    assert [flag.areas for flag in safety.red_flags] == [("neck",), ()]
    assert safety.disagreements[0].clinical == "Surveys count differently."
    assert catalogue.benefits[0].for_whom == "For sore muscles."
    assert catalogue.condition_by_id["neck-pain"].first_steps == ("Keep it moving.",)


def test_groups_whose_own_file_is_in_order_are_sound(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    replace_in(folder, "muscles/jaw.yaml", "does: ", "dose: ")
    (folder / "visit.yaml").unlink()
    parsed = load_catalogue(folder)
    assert parsed.catalogue is None
    assert {whole.group.id for whole in parsed.groups} == {"jaw", "upper-trapezius"}
    assert [whole.detail.group for whole in parsed.sound_groups] == ["upper-trapezius"]
    assert parsed.words["check.lung"] == "lung"


def test_each_text_knows_who_reads_it(tmp_path: Path) -> None:
    origins = load_catalogue(write_catalogue(tmp_path)).origins
    by_path = {prose.path: prose for prose in origins.texts}
    point = "groups.upper-trapezius.trigger_points.trapezius-1"
    note = "groups.upper-trapezius.practitioner.evidence_notes.0.text"
    assert by_path[f"{point}.felt"].audience == "patient"
    assert by_path[f"{point}.site"].audience == "practitioner"
    assert by_path[note].audience == "evidence"
    assert by_path["words.evidence.meaning.low"].audience == "patient"
    assert by_path["words.evidence.benefit.low"].audience == "practitioner"  # only half a sentence
    assert {prose.audience for prose in origins.prose} == {"patient"}
    keys = [by_path[path].key for path in (note, "groups.jaw.red_flags.0", "visit.fear-of-needles.title")]
    assert keys == ["text", "red_flags", "title"]


def test_groups_come_from_head_to_foot(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    head = '  - {id: head, name: "Head and jaw", also_called: [face]}\n'
    neck = '  - {id: neck, name: "Neck"}\n'
    replace_in(folder, "zones.yaml", head + neck, neck + head)
    catalogue = load_catalogue(folder).catalogue
    assert catalogue is not None
    assert [group.id for group in catalogue.groups] == ["upper-trapezius", "jaw"]


def test_each_text_knows_where_it_was_written(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    line = replace_in(folder, "muscles/jaw.yaml", "They let you chew", "They let you bite")
    origins = load_catalogue(folder).origins
    assert str(origins.of("groups.jaw.does")) == f"{folder / 'muscles/jaw.yaml'}:{line}:7"
    assert origins.of("groups.jaw.does.deeper.still") == origins.of("groups.jaw.does")
    assert origins.of("nothing.known").file == folder
    (prose,) = [prose for prose in origins.prose if prose.text == "They let you bite."]
    assert prose.path == "groups.jaw.does"


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml") and "banned" not in name])
def test_a_file_that_is_empty_leaves_no_catalogue(tmp_path: Path, name: str) -> None:
    folder = write_catalogue(tmp_path)
    (folder / name).write_text("")
    parsed = load_catalogue(folder)
    assert parsed.catalogue is None
    assert "empty-file" in {problem.code for problem in parsed.problems}


@pytest.mark.parametrize(
    "name",
    ["benefits.yaml", "references.yaml", "zones.yaml", "conditions.yaml", "options.yaml", "visit.yaml"],
)
def test_a_missing_file_is_one_problem_and_not_a_flood_of_unknown_ids(tmp_path: Path, name: str) -> None:
    folder = write_catalogue(tmp_path)
    (folder / name).unlink()
    assert [problem.code for problem in load_catalogue(folder).problems] == ["missing-file"]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    (problem,) = load_catalogue(tmp_path / "none").problems
    assert problem.code == "missing-folder"


def test_a_catalogue_without_muscles_is_none(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    for path in (folder / "muscles").iterdir():
        path.unlink()
    parsed = load_catalogue(folder)
    assert parsed.catalogue is None
    assert "no-muscle-files" in {problem.code for problem in parsed.problems}
    (folder / "muscles").rmdir()
    assert "no-muscle-files" in {problem.code for problem in load_catalogue(folder).problems}


def test_files_that_nobody_reads_are_named(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path)
    (folder / "benefit.yaml").write_text("a: b\n")
    (folder / "muscles" / "jaw.yml").write_text("a: b\n")
    (folder / "muscles" / ".jaw.yaml.swp").write_text("")
    (folder / "notes.txt").write_text("")
    parsed = load_catalogue(folder)
    assert parsed.catalogue is not None
    found = [(problem.code, problem.subject, problem.arguments["nearest"]) for problem in parsed.problems]
    assert found == [("stray-file", "benefit.yaml", "benefits.yaml"), ("stray-file", "jaw.yml", "")]


@pytest.mark.parametrize("name", ["evidence.yaml", "muscles/jaw.yaml", "safety.yaml"])
def test_a_file_cut_anywhere_is_noticed_or_whole(tmp_path: Path, name: str) -> None:
    """A cut file often still parses; then keys or whole records are missing, and that is noticed."""
    folder = write_catalogue(tmp_path)
    whole = (folder / name).read_bytes()
    complete = load_catalogue(folder).catalogue
    for end in range(1, len(whole) - 1, max(1, len(whole) // 64)):
        (folder / name).write_bytes(whole[:end])
        catalogue = load_catalogue(folder).catalogue
        # What cannot be noticed here: evidence.yaml cut between two findings.
        assert catalogue is None or catalogue == complete or name == "evidence.yaml"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(FILES)), data=st.binary(max_size=60), where=st.floats(0, 1))
def test_no_damage_to_any_file_ends_in_an_exception(
    tmp_path: Path, name: str, data: bytes, where: float
) -> None:
    folder = write_catalogue(tmp_path)
    whole = (folder / name).read_bytes()
    place = int(where * len(whole))
    (folder / name).write_bytes(whole[:place] + data + whole[place + len(data) :])
    parsed = load_catalogue(folder)
    assert parsed.catalogue is not None or any(problem.is_error for problem in parsed.problems)
