"""The calm path leaves out; it never says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from consult_app.bundle import find_resources
from consult_app.content.calm import CalmReader, CalmWords
from consult_app.content.loading import load_catalogue

if TYPE_CHECKING:
    from consult_app.content.records import Catalogue

SHIPPED = find_resources() / "catalogue"


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    catalogue = load_catalogue(SHIPPED).catalogue
    assert catalogue is not None
    return catalogue


@pytest.fixture(scope="module")
def reader(shipped: Catalogue) -> CalmReader:
    return CalmReader(CalmWords(shipped.words))


def test_what_is_avoided_is_what_the_calm_texts_may_not_say(shipped: Catalogue) -> None:
    lists = yaml.safe_load((SHIPPED / "banned-words.yaml").read_text(encoding="utf-8"))
    banned = [phrase["text"].rstrip("*") for phrase in lists["calm"]]
    avoided = [part.strip() for part in shipped.words["ui.calm.avoids"].split(",")]
    assert sorted(avoided) == sorted(banned)


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("It is often stiff.", "It is often stiff."),
        ("It is often stiff. Needling may ease it. That is rare.", "It is often stiff."),
        ("A prick may be felt.", ""),
        ("It is stiff. It is sore! Was it injected? It hurts.", "It is stiff. It is sore!"),
        ("A bloodless day", ""),
        ("", ""),
    ],
)
def test_a_text_is_told_up_to_what_is_not_calm(reader: CalmReader, text: str, calm: str) -> None:
    assert reader.calm_part(text) == calm
    assert reader.is_calm(calm)


def test_the_treatment_has_another_name_in_the_programs_words(shipped: Catalogue) -> None:
    words = CalmWords(shipped.words)
    assert words("ui.group.benefits") == "Can this treatment help here?"
    said = words("evidence.benefit.low", do="ease", outcome="neck pain", horizon="for days to weeks")
    assert said == "this treatment may ease neck pain for days to weeks"


def test_what_is_filled_in_stays_as_it_was_written(shipped: Catalogue) -> None:
    words = CalmWords(shipped.words)
    assert words("ui.quote", text="Needling hurt me") == "“Needling hurt me”"


def test_no_word_on_the_calm_path_itself_is_to_be_avoided(shipped: Catalogue, reader: CalmReader) -> None:
    own = [text for key, text in shipped.words.items() if key.startswith("ui.calm.")]
    technical = {shipped.words["ui.calm.names"], shipped.words["ui.calm.avoids"]}
    assert [text for text in own if text not in technical and not reader.is_calm(text)] == []
