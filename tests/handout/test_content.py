"""What stands on a sheet, before it is typeset."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from consult_app.consultation import PlanItem, Selection
from consult_app.handout.content import handout_of
from consult_app.handout.reading import lines_of
from consult_app.handout.records import HandoutRequest, Letterhead
from consult_app.handout.source import MOST_LOGO_BYTES, art_of, jpeg_size, png_size
from consult_app.problems import UserFacingError
from tests.handout.conftest import png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.handout.render import TypesetHandout

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 10 + b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x03"


def lines(request: HandoutRequest) -> list[str]:
    return [line for page in lines_of(handout_of(request)) for line in page]


def test_one_group_is_one_leaf_and_a_plan_two(ask: Callable[..., HandoutRequest]) -> None:
    assert len(handout_of(ask("jaw")).leaves) == 1
    assert len(handout_of(ask("jaw", "deltoid")).leaves) == 2


def test_the_side_is_the_patients_own(ask: Callable[..., HandoutRequest], words: Words) -> None:
    for side in ("left", "right", None):
        request = ask(items=(PlanItem(Selection("jaw", side)),))  # type: ignore[arg-type]
        assert words(f"ui.side.{side or 'both'}") in handout_of(request).subtitle


def test_a_chosen_muscle_is_named_with_what_it_does(
    ask: Callable[..., HandoutRequest], catalogue: Catalogue
) -> None:
    muscle = catalogue.group_by_id["quadriceps"].muscles[1]
    request = ask(items=(PlanItem(Selection("quadriceps", "left", muscle.id)),))
    assert muscle.name in handout_of(request).subtitle
    assert muscle.action in lines(request)


def test_each_benefit_stands_with_its_certainty(ask: Callable[..., HandoutRequest], words: Words) -> None:
    said = lines(ask("quadriceps"))
    levels = [words(f"evidence.level.{level}") for level in ("high", "moderate", "low", "very-low", "none")]
    assert sum(line in levels for line in said) >= 5


def test_clinical_lines_are_for_practitioners_alone(
    ask: Callable[..., HandoutRequest], catalogue: Catalogue, words: Words
) -> None:
    group = catalogue.group_by_id["upper-trapezius"]
    clinical = [group.precautions[0].clinical, words("ui.practitioner.sources")]
    plain, full = lines(ask(group.id)), lines(ask(group.id, depth="practitioner"))
    assert [line for line in clinical if line in plain] == []
    assert [line for line in clinical if line not in full] == []


def test_the_lung_is_named_where_it_is_near(ask: Callable[..., HandoutRequest], catalogue: Catalogue) -> None:
    warning = catalogue.safety.lung_warning.text
    assert warning in lines(ask("rhomboids"))
    assert not any(warning in line for line in lines(ask("jaw")))
    named = next(line for line in lines(ask("jaw", "rhomboids")) if warning in line)
    assert named.startswith(catalogue.group_by_id["rhomboids"].name)


def test_every_group_of_a_plan_has_its_first_warning_sign_before_any_second(
    ask: Callable[..., HandoutRequest], catalogue: Catalogue
) -> None:
    groups = ("upper-trapezius", "jaw", "deltoid", "hamstrings")
    said = lines(ask(*groups))
    firsts = [said.index(catalogue.group_by_id[group].red_flags[0]) for group in groups]
    second = said.index(catalogue.group_by_id["jaw"].red_flags[1])
    assert max(firsts) < second


@pytest.mark.parametrize(
    ("today", "key"), [("2020-01-01", "ui.handout.review_due"), ("2099-01-01", "ui.footer.review_due")]
)
def test_version_and_review_stand_at_the_end(
    ask: Callable[..., HandoutRequest], catalogue: Catalogue, words: Words, today: str, key: str
) -> None:
    passport = catalogue.passport
    closing = handout_of(ask("jaw", today=date.fromisoformat(today))).closing
    assert words("ui.footer.version", version=passport.version) in closing
    assert words("ui.footer.not_reviewed") in closing
    assert words(key, date=passport.review_due) in closing


def test_notes_stand_line_by_line(ask: Callable[..., HandoutRequest]) -> None:
    items = (PlanItem(Selection("jaw"), "Soft food.\n\n  No gum. "),)
    said = lines(ask(items=items, note="Until Tuesday."))
    assert [text for text in ("Soft food.", "No gum.", "Until Tuesday.") if text not in said] == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", png(30, 10)),
        ("a.jpg", JPEG),
        ("a.svg", b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_a_logo_is_taken(ask: Callable[..., HandoutRequest], tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "<svg" in art_of(ask("jaw", letterhead=Letterhead("", tmp_path / name)))["logo"]


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xfe", png(0, 4)]
)
def test_what_is_no_logo_is_told(ask: Callable[..., HandoutRequest], tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(UserFacingError, match="is no PNG, JPEG or SVG picture"):
        art_of(ask("jaw", letterhead=Letterhead("", path)))


def test_a_logo_that_is_missing_or_too_large_is_told(
    ask: Callable[..., HandoutRequest], tmp_path: Path
) -> None:
    with pytest.raises(UserFacingError, match="cannot be read"):
        art_of(ask("jaw", letterhead=Letterhead("", tmp_path / "none.png")))
    large = tmp_path / "large.png"
    large.write_bytes(png(4, 4) + b"\0" * MOST_LOGO_BYTES)
    with pytest.raises(UserFacingError, match="larger than 5 MB"):
        art_of(ask("jaw", letterhead=Letterhead("", large)))


def test_sizes_of_pictures() -> None:
    assert png_size(png(30, 10)) == (30, 10)
    assert jpeg_size(JPEG) == (32, 16)


def test_where_nothing_was_studied_that_is_said(typeset: Callable[..., TypesetHandout], words: Words) -> None:
    for group in ("rhomboids", "jaw"):
        said = [line for page in lines_of(typeset(group).handout) for line in page]
        assert words("ui.group.benefits") in said
    assert words("evidence.level.none") in [
        line for page in lines_of(typeset("rhomboids").handout) for line in page
    ]
