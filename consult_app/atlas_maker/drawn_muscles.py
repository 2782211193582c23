"""The muscles that are built of bellies, with their ids, and the bones without which they are not drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from consult_app.atlas_maker import foot_muscles, jaw_muscles, spine_muscles
from consult_app.atlas_maker.bellies import Belly, muscle_of
from consult_app.atlas_maker.paints import region

if TYPE_CHECKING:
    from collections.abc import Collection

    from consult_app.atlas_maker.paints import Palette
    from consult_app.atlas_maker.scene import Surface


@dataclass(frozen=True, slots=True)
class Drawn:
    """A muscle of the left side; it is drawn where a bone of the label ``sign`` is."""

    muscle: str
    group: str
    bellies: tuple[Belly, ...]
    sign: str


DRAWN = (
    Drawn("multifidus-thoracis", "thoracic-paraspinals", spine_muscles.MULTIFIDUS_THORACIS, "Sacrum"),
    Drawn("multifidus-lumborum", "lumbar-paraspinals", spine_muscles.MULTIFIDUS_LUMBORUM, "Sacrum"),
    Drawn("quadratus-lumborum", "quadratus-lumborum", spine_muscles.QUADRATUS_LUMBORUM, "Sacrum"),
    Drawn("lateral-pterygoid", "jaw", jaw_muscles.LATERAL_PTERYGOID, "Mandible"),
    Drawn("medial-pterygoid", "jaw", jaw_muscles.MEDIAL_PTERYGOID, "Mandible"),
    Drawn(
        "interossei-dorsales-pedis", "foot-intrinsics", foot_muscles.INTEROSSEI_DORSALES_PEDIS, "Left talus"
    ),
    Drawn(
        "extensor-digitorum-brevis", "foot-intrinsics", foot_muscles.EXTENSOR_DIGITORUM_BREVIS, "Left talus"
    ),
)


def drawn_muscles(names: Collection[str], palette: Palette) -> list[Surface]:
    """Return both sides of the muscles whose bones are among the labels ``names``."""
    return [
        muscle_of(
            f"{side} {item.muscle}",
            item.bellies,
            sign,
            palette.number("muscle", region(item.muscle, item.group, side)),
        )
        for item in DRAWN
        if item.sign in names
        for side, sign in (("left", 1), ("right", -1))
    ]
