"""The three layers: which muscles and which other tissues each of them leaves out.

The fact base says of every muscle whether it lies superficially, in between, or deep. A layer leaves out
what lies above it, but the deepest muscles of a place stay to the end, whatever their depth is called: no
layer bares a bone without need. So brachialis, the short rotators on the back of the shoulder blade,
scalenus medius, extensor hallucis longus and fibularis brevis stay in the deep layer. Serratus anterior,
teres major, rectus abdominis, vastus lateralis and medialis, extensor digitorum longus, fibularis tertius,
two short flexors of the hand and both abductors of the foot stay in the intermediate one.
One deep muscle goes early: semispinalis thoracis shows in the intermediate layer, between the long muscles
of the back, and would hide multifidus and the rotators in the deep one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consult_app.atlas.model import Layer

_NECK_AND_BACK = frozenset({
    "sternocleidomastoid-sternal-head", "sternocleidomastoid-clavicular-head",
    "trapezius-descending", "trapezius-transverse", "trapezius-ascending", "latissimus-dorsi",
})  # fmt: skip
_SHOULDER_AND_ARM = frozenset({
    "deltoid-clavicular", "deltoid-acromial", "deltoid-spinal", "pectoralis-major",
    "biceps-brachii-long-head", "biceps-brachii-short-head", "triceps-long-head", "triceps-lateral-head",
    "anconeus", "brachioradialis", "extensor-carpi-radialis-longus", "extensor-digitorum",
    "extensor-digiti-minimi", "extensor-carpi-ulnaris", "pronator-teres", "flexor-carpi-radialis",
    "palmaris-longus", "flexor-carpi-ulnaris", "abductor-pollicis-brevis", "abductor-digiti-minimi",
})  # fmt: skip
_TRUNK_AND_LEG = frozenset({
    "external-oblique", "gluteus-maximus", "tensor-fasciae-latae", "iliotibial-tract", "rectus-femoris",
    "sartorius", "biceps-femoris-long-head", "semitendinosus", "adductor-longus", "gracilis",
    "gastrocnemius-medial-head", "gastrocnemius-lateral-head", "tibialis-anterior", "fibularis-longus",
    "flexor-digitorum-brevis",
})  # fmt: skip
_FIRST = _NECK_AND_BACK | _SHOULDER_AND_ARM | _TRUNK_AND_LEG

_SECOND_ABOVE = frozenset({
    "splenius-capitis", "splenius-cervicis", "semispinalis-capitis", "levator-scapulae", "rhomboid-major",
    "rhomboid-minor", "serratus-posterior-superior", "serratus-posterior-inferior", "longissimus-thoracis",
    "longissimus-lumborum", "iliocostalis-thoracis", "iliocostalis-lumborum", "spinalis-thoracis",
    "semispinalis-thoracis",
    "serratus-anterior", "pectoralis-minor", "teres-major", "extensor-carpi-radialis-brevis",
    "flexor-digitorum-superficialis", "flexor-pollicis-brevis", "flexor-digiti-minimi-brevis",
    "opponens-pollicis", "opponens-digiti-minimi", "lumbricals", "rectus-abdominis", "internal-oblique",
})  # fmt: skip
_SECOND_BELOW = frozenset({
    "gluteus-medius", "vastus-lateralis", "vastus-medialis", "semimembranosus", "adductor-brevis",
    "pectineus", "soleus", "plantaris", "extensor-digitorum-longus", "fibularis-tertius", "abductor-hallucis",
    "abductor-digiti-minimi-pedis", "quadratus-plantae",
})  # fmt: skip

_COVERED = frozenset({
    "internal-oblique", "transversus-abdominis", "quadratus-lumborum", "multifidus-lumborum",
    "multifidus-thoracis", "lateral-pterygoid", "medial-pterygoid",
})  # fmt: skip
"""Drawn muscles that would show through gaps between the meshes above them; so does splenius cervicis."""

PEELED: Mapping[Layer, frozenset[str]] = {
    "superficial": _COVERED | {"splenius-cervicis"},
    "intermediate": _FIRST | _COVERED - {"internal-oblique", "quadratus-lumborum"},
    "deep": _FIRST | _SECOND_ABOVE | _SECOND_BELOW | {"masseter"},
}
"""Ids of the muscles that each layer leaves out."""

_OVER = ("thoracolumbar fascia", "nuchal ligament", "inguinal ligament")
_BETWEEN = ("linea alba", "rectus sheath", "calcaneal tendon", "iliocostalis cervicis",
    "lumbrical of left foot", "lumbrical of right foot", "omohyoid")  # fmt: skip
_INSIDE = ("diaphragm", "rectus sheath", "mediastinum")
ABSENT: Mapping[Layer, tuple[str, ...]] = {
    "superficial": _INSIDE,
    "intermediate": _OVER,
    "deep": _OVER + _BETWEEN,
}
"""Ends of the names of quiet tissues that each layer leaves out."""
