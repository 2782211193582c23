"""Where the pain zones of arm, hand, leg and foot lie: corners on their charts, left side.

Angles are degrees: arm and leg from the front (palm side), positive outwards (thumb side); foot from
its top, positive towards the little toe. The second number runs along the limb: shoulder 0, elbow 1,
wrist 2, knuckle 3; hip 0, knee 1, ankle 2; on the foot from heel 0 to toes 1.
"""

from __future__ import annotations

from consult_app.atlas_maker.pain_zones import Zone

_ALL_ROUND = ((-400, -2), (400, -2), (400, 9), (-400, 9))


def _band(chart: str, first: float, last: float, start: float, end: float, limb: str = "") -> Zone:
    """Return a zone between two angles and two places along the limb; only its corners get round."""
    third = (end - start) / 3
    corners = (
        (first, start), (first, start + third), (first, end - third), (first, end),
        (last, end), (last, end - third), (last, start + third), (last, start),
    )  # fmt: skip
    return Zone(chart, corners, limb)


ARM: dict[str, Zone] = {
    "upper-arm.front": _band("arm", -52, 48, 0.28, 0.86, "arm"),
    "upper-arm.side": _band("arm", 50, 128, 0.37, 0.86, "arm"),
    "upper-arm.back": _band("arm", 130, 238, 0.26, 0.86, "arm"),
    "elbow.front": _band("arm", -48, 46, 0.88, 1.13, "arm"),
    "elbow.outer": _band("arm", 48, 132, 0.88, 1.13, "arm"),
    "elbow.point": _band("arm", 134, 222, 0.88, 1.11, "arm"),
    "elbow.inner": _band("arm", 224, 310, 0.88, 1.13, "arm"),
    "forearm.front": _band("arm", -52, 46, 1.15, 1.88, "arm"),
    "forearm.thumb-side": _band("arm", 48, 118, 1.15, 1.88, "arm"),
    "forearm.back": _band("arm", 120, 238, 1.15, 1.88, "arm"),
    "forearm.little-finger-side": _band("arm", 240, 306, 1.15, 1.88, "arm"),
    "wrist.front": _band("arm", -84, 84, 1.90, 2.13, "arm"),
    "wrist.back": _band("arm", 86, 274, 1.90, 2.13, "arm"),
    "hand.palm": _band("arm", -88, 88, 2.15, 4.0, "hand"),
    "hand.back": _band("arm", 92, 268, 2.15, 4.0, "hand"),
    "hand.thumb": Zone("arm", _ALL_ROUND, "thumb"),
    "hand.index": Zone("arm", _ALL_ROUND, "index"),
    "hand.middle": Zone("arm", _ALL_ROUND, "middle"),
    "hand.ring": Zone("arm", _ALL_ROUND, "ring"),
    "hand.little": Zone("arm", _ALL_ROUND, "little"),
}  # fmt: skip

LEG: dict[str, Zone] = {
    "thigh.front": Zone("leg", ((-44, 0.14), (-20, 0.05), (15, 0.02), (40, -0.08), (48, 0.10), (44, 0.60),
        (44, 0.86), (-42, 0.86), (-42, 0.60)), "body"),
    "thigh.outer": _band("leg", 46, 116, 0.10, 0.86, "body"),
    "thigh.back": _band("leg", 118, 236, 0.14, 0.86, "body"),
    "thigh.inner": _band("leg", 238, 316, 0.12, 0.86, "body"),
    "knee.front": _band("leg", -46, 48, 0.88, 1.14, "body"),
    "knee.outer": _band("leg", 50, 120, 0.88, 1.14, "body"),
    "knee.back": _band("leg", 122, 238, 0.88, 1.13, "body"),
    "knee.inner": _band("leg", 240, 312, 0.88, 1.14, "body"),
    "leg.shin": _band("leg", -28, 44, 1.16, 1.82, "body"),
    "leg.outer": _band("leg", 46, 112, 1.16, 1.82, "body"),
    "leg.calf": _band("leg", 114, 248, 1.15, 1.78, "body"),
    "leg.inner": _band("leg", 250, 330, 1.16, 1.82, "body"),
    "ankle.front": _band("leg", -48, 52, 1.84, 2.0, "body"),
    "ankle.outer": _band("leg", 54, 134, 1.84, 2.08, "body"),
    "ankle.back": _band("leg", 136, 226, 1.80, 2.03, "body"),
    "ankle.inner": _band("leg", 228, 310, 1.84, 2.06, "body"),
}  # fmt: skip

FOOT: dict[str, Zone] = {
    "foot.heel": Zone("from-side", ((-10, -22), (-10, -110), (84, -110), (82, -70), (58, -40),
        (30, -28)), "foot"),
    "foot.arch": _band("foot", 208, 285, 0.30, 0.64, "foot"),
    "foot.sole": _band("foot", 112, 206, 0.28, 0.64, "foot"),
    "foot.ball": _band("foot", 105, 262, 0.66, 1.1, "foot"),
    "foot.top": _band("foot", -72, 84, 0.42, 1.1, "foot"),
    "foot.toes": Zone("foot", _ALL_ROUND, "toes"),
    "foot.big-toe": Zone("foot", _ALL_ROUND, "big-toe"),
}  # fmt: skip
