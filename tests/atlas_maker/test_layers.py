from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from consult_app.atlas_maker.layers import ABSENT, PEELED

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue" / "muscles"
ORDER = ("superficial", "intermediate", "deep")


def depths() -> dict[str, str]:
    """The depth of each muscle of the catalogue."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(CATALOGUE.glob("*.yaml")))
    blocks = re.split(r"^  - id: ", text, flags=re.MULTILINE)[1:]
    found = (
        (block.split("\n")[0], re.search(r"^    depth: (\S+)$", block, re.MULTILINE)) for block in blocks
    )
    return {name: depth[1] for name, depth in found if depth}


def muscles() -> set[str]:
    return set(depths())


def test_only_muscles_of_the_catalogue_are_peeled() -> None:
    for layer in ORDER:
        assert PEELED[layer] <= muscles(), layer


def test_every_muscle_is_left_on_some_layer() -> None:
    assert len(muscles()) == 143
    assert not PEELED["superficial"] & PEELED["intermediate"] & PEELED["deep"]


def test_what_was_once_on_top_and_peeled_does_not_come_back() -> None:
    for upper, lower in pairwise(ORDER):
        covered = PEELED["superficial"] & PEELED[upper]
        assert PEELED[upper] - covered <= PEELED[lower]


def test_a_muscle_is_not_missing_from_the_layer_that_the_fact_base_gives_it() -> None:
    goes_early = {"semispinalis-thoracis"}
    for muscle, depth in depths().items():
        assert muscle in goes_early or muscle not in PEELED[depth], muscle


def test_quiet_tissues_that_left_stay_away() -> None:
    assert set(ABSENT["intermediate"]) <= set(ABSENT["deep"])
