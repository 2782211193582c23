"""A value that is read when somebody asks, and only once."""

from __future__ import annotations

import pytest

from consult_app.content.later import Later


def test_it_is_read_once_and_when_asked_for() -> None:
    reads: list[int] = []

    def read() -> int:
        reads.append(1)
        return 7

    later = Later(read)
    assert (repr(later), reads) == ("Later(…)", [])
    assert (later.value, later.value, reads) == (7, 7, [1])
    assert repr(later) == "Later(7)"


def test_what_is_there_already_needs_no_reading() -> None:
    assert Later.now("there").value == "there"
    assert repr(Later.now("there")) == "Later('there')"


def test_equal_values_are_equal() -> None:
    assert Later(lambda: 7) == Later.now(7)
    assert Later.now(7) != Later.now(8)
    assert Later.now(7) != 7
    assert hash(Later(lambda: 7)) == hash(7)


def test_a_failure_is_told_each_time() -> None:
    def fail() -> int:
        raise ValueError

    later = Later(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match=r"^$"):
            _ = later.value
