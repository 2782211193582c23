"""Reading levels: short words and sentences are easy, and muscles' names do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from consult_app.content.reading import measure, muscle_words

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue


def test_short_sentences_are_easier() -> None:
    easy = measure("The neck is stiff. It may hurt. Move it a little.")
    hard = measure("Considerable cervical immobility accompanies nociceptive sensitisation of musculature.")
    assert easy.grade < 3
    assert hard.grade > 12


def test_the_longest_sentence_is_counted_in_words() -> None:
    level = measure("One two three. Four five — six seven! Eight: it's well-known.")
    assert (level.longest_sentence, level.words) == (4, 10)


@pytest.mark.parametrize("text", ["", "…", "!?"])
def test_a_text_without_words_has_no_grade(text: str) -> None:
    assert measure(text) == measure("")


def test_names_of_muscles_count_as_short(catalogue: Catalogue) -> None:
    names = muscle_words(catalogue.groups)
    assert {"trapezius", "masseter", "pterygoid", "masticatory"} <= names
    text = "The masseter and the pterygoid close the jaw."
    assert measure(text, names).grade < measure(text).grade
