"""What is drawn on the figure, and with what one draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from consult_app.atlas.model import Plate
    from consult_app.consultation import Stroke

ToolKind = Literal["touch", "pen", "arrow", "stamp", "eraser"]
STAMPS = ("circle", "cross", "exclamation", "star")


class Tool(NamedTuple):
    """What a finger does on the figure: show pain, draw in a colour, stamp a shape, or erase."""

    kind: ToolKind
    colour: str = ""
    shape: str = ""


class Hurt(NamedTuple):
    """Where it hurts: a stroke, and the keys of the zones it lies in, which are known on every plate."""

    stroke: Stroke
    zones: frozenset[str] = frozenset()


class Drawn(NamedTuple):
    """Everything that is drawn; while it is asked where it hurts, the body is covered with skin."""

    pain: tuple[Hurt, ...] = ()
    ink: tuple[Stroke, ...] = ()
    is_asking: bool = False


def is_on(stroke: Stroke, plate: Plate) -> bool:
    """Return whether a stroke was drawn on a plate; pain lies on the skin, which all layers share."""
    view = stroke.view
    is_same_layer = stroke.kind == "touch" or view.layer == plate.layer
    return is_same_layer and (view.azimuth, view.part) == (plate.azimuth, plate.part)
