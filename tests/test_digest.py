"""The digest of what is kept between starts."""

from __future__ import annotations

import pytest

from consult_app.digest import SIZE, digest_of


def test_the_same_parts_have_the_same_digest() -> None:
    assert digest_of(b"jaw", b"neck") == digest_of(b"jaw", b"neck")
    assert len(digest_of(b"jaw")) == 2 * SIZE


@pytest.mark.parametrize(
    "others", [(b"neck", b"jaw"), (b"jawn", b"eck"), (b"jawneck",), (b"jaw",), (b"jaw", b"neck", b""), ()]
)
def test_other_parts_have_another_digest(others: tuple[bytes, ...]) -> None:
    assert digest_of(*others) != digest_of(b"jaw", b"neck")
