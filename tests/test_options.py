"""What is asked on the command line, and how wrong ids are refused."""

from __future__ import annotations

import pytest

from consult_app.options import check_selected, parse_selected
from consult_app.policy import DESK, KIOSK
from consult_app.problems import UsageError


def test_a_group_may_name_its_side() -> None:
    assert parse_selected("jaw") == ("jaw", None)
    assert parse_selected("jaw:left") == ("jaw", "left")


@pytest.mark.parametrize("text", ["", ":left", "jaw:", "jaw:up", "jaw:left:right"])
def test_what_is_no_group_and_side_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_selected(text)


def test_unknown_groups_name_the_nearest() -> None:
    check_selected([("jaw", "left")], ["jaw"])
    with pytest.raises(UsageError) as caught:
        check_selected([("jaw", None), ("uper-trapezius", None)], ["jaw", "upper-trapezius"])
    assert str(caught.value) == (
        "There is no muscle group “uper-trapezius”. Did you mean “upper-trapezius”? "
        "“consult-app list groups” shows all."
    )
    assert caught.value.exit_code == 2


def test_the_kiosk_permits_less() -> None:
    assert DESK.shows_practitioner_layer
    assert DESK.may_quit
    assert not KIOSK.shows_practitioner_layer
    assert not KIOSK.may_quit
