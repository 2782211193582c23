"""Where the trigger points lie: markers on the muscles, to show where pain comes from; no needle targets.

The numbers were read off the BodyParts3D body on its left side; the right side mirrors it.
"""

from __future__ import annotations

from typing import NamedTuple

Aim = tuple[int, int, int]


class TriggerPoint(NamedTuple):
    """A point of the catalogue, its muscle, and the place ``at`` which one looks from outside, on the left.

    ``at`` is millimetres; it lies somewhat off the muscle, on the side from which the point is best seen.
    """

    id: str
    muscle: str
    at: Aim


AIMS: dict[str, tuple[Aim, ...]] = {
    "masseter": ((75, 1617, 146), (75, 1598, 137), (70, 1583, 124), (77, 1614, 112)),
    "temporalis": ((76, 1669, 139), (86, 1688, 99), (91, 1687, 69)),
    "medial-pterygoid": ((49, 1580, 111),),
    "lateral-pterygoid": ((52, 1623, 118),),
    "frontalis": ((23, 1695, 202),),
    "occipitalis": ((43, 1644, -11),),
    "rectus-capitis-posterior-major": ((28, 1590, 27),),
    "obliquus-capitis-superior": ((51, 1609, 38),),
    "sternocleidomastoid-sternal-head": ((13, 1445, 163), (46, 1522, 128), (68, 1596, 82)),
    "sternocleidomastoid-clavicular-head": ((54, 1509, 110), (53, 1557, 76)),
    "scalenus-anterior": ((52, 1487, 108),),
    "scalenus-medius": ((58, 1484, 88),),
    "scalenus-posterior": ((72, 1479, 68),),
    "splenius-capitis": ((61, 1601, 59),),
    "splenius-cervicis": ((41, 1571, 81), (40, 1491, 42)),
    "semispinalis-capitis": ((32, 1608, 21), (21, 1565, 41)),
    "semispinalis-cervicis": ((15, 1481, 29),),
    "longissimus-capitis": ((46, 1584, 81),),
    "trapezius-descending": ((81, 1489, 83), (106, 1479, 59)),
    "trapezius-transverse": ((35, 1457, -12), (147, 1472, 33)),
    "trapezius-ascending": ((84, 1357, -25), (75, 1415, -18)),
    "levator-scapulae": ((56, 1499, 53), (73, 1449, 16)),
    "rhomboid-major": ((73, 1335, -9),),
    "rhomboid-minor": ((59, 1424, 3),),
    "supraspinatus": ((105, 1447, 29), (196, 1455, 82)),
    "infraspinatus": ((112, 1408, 5), (85, 1339, -8)),
    "teres-minor": ((140, 1374, 13),),
    "subscapularis": ((126, 1380, 63),),
    "latissimus-dorsi": ((164, 1340, 35), (123, 1199, 25)),
    "teres-major": ((126, 1318, -2),),
    "deltoid-clavicular": ((181, 1427, 131),),
    "deltoid-acromial": ((249, 1399, 84),),
    "deltoid-spinal": ((192, 1385, 0),),
    "serratus-anterior": ((162, 1295, 100), (158, 1212, 98)),
    "pectoralis-major": ((126, 1420, 153), (82, 1356, 224), (140, 1320, 176)),
    "pectoralis-minor": ((113, 1361, 172),),
    "subclavius": ((78, 1442, 139),),
    "biceps-brachii-long-head": ((228, 1222, 118),),
    "brachialis": ((262, 1179, 88),),
    "coracobrachialis": ((171, 1353, 107),),
    "triceps-long-head": ((179, 1269, 21),),
    "triceps-medial-head": ((244, 1161, 47), (222, 1151, 44), (189, 1156, 54)),
    "triceps-lateral-head": ((232, 1272, 25),),
    "anconeus": ((239, 1106, 38),),
    "brachioradialis": ((295, 1087, 103),),
    "supinator": ((275, 1085, 79),),
    "extensor-carpi-radialis-longus": ((290, 1090, 63),),
    "extensor-carpi-radialis-brevis": ((274, 1050, 61),),
    "extensor-digitorum": ((267, 1073, 46), (251, 1048, 49)),
    "extensor-carpi-ulnaris": ((245, 1040, 57),),
    "extensor-indicis": ((267, 914, 101),),
    "abductor-pollicis-longus": ((291, 947, 94),),
    "pronator-teres": ((238, 1102, 114),),
    "flexor-carpi-radialis": ((236, 1035, 133),),
    "palmaris-longus": ((211, 1091, 117),),
    "flexor-carpi-ulnaris": ((192, 1046, 88),),
    "flexor-digitorum-superficialis": ((244, 1000, 133),),
    "flexor-pollicis-longus": ((279, 988, 112),),
    "pronator-quadratus": ((249, 915, 133),),
    "adductor-pollicis": ((323, 837, 157),),
    "opponens-pollicis": ((313, 861, 161),),
    "dorsal-interossei": ((316, 824, 129), (275, 815, 125)),
    "abductor-digiti-minimi": ((235, 831, 151),),
    "iliocostalis-thoracis": ((71, 1307, -6), (59, 1210, 1)),
    "longissimus-thoracis": ((43, 1212, 0),),
    "multifidus-thoracis": ((8, 1401, 3),),
    "rotatores-thoracis": ((18, 1252, 18),),
    "semispinalis-thoracis": ((19, 1351, -4),),
    "serratus-posterior-superior": ((58, 1435, 14),),
    "serratus-posterior-inferior": ((85, 1165, 3),),
    "iliocostalis-lumborum": ((71, 1106, 15),),
    "longissimus-lumborum": ((41, 1114, 27),),
    "multifidus-lumborum": ((12, 1084, 24), (15, 984, 2)),
    "quadratus-lumborum": ((76, 1092, 46), (82, 1046, 45), (46, 1080, 46), (54, 1036, 46)),
    "rectus-abdominis": ((52, 1206, 244), (23, 1256, 238), (63, 1009, 215), (15, 899, 193), (26, 961, 216)),
    "external-oblique": ((123, 1198, 210), (125, 1021, 174)),
    "internal-oblique": ((102, 944, 184),),
    "transversus-abdominis": ((112, 1146, 193),),
    "iliacus": ((103, 862, 130), (113, 991, 122)),
    "psoas-major": ((46, 1057, 119),),
    "gluteus-maximus": ((45, 961, -4), (63, 837, -13), (21, 861, -14)),
    "gluteus-medius": ((72, 986, 12), (143, 1008, 60), (150, 972, 111)),
    "gluteus-minimus": ((144, 943, 107), (95, 934, 44)),
    "piriformis": ((116, 891, 46), (60, 922, 25)),
    "obturator-internus": ((87, 873, 32),),
    "quadratus-femoris": ((97, 830, 40),),
    "gemellus-superior": ((87, 885, 34),),
    "tensor-fasciae-latae": ((169, 945, 133),),
    "rectus-femoris": ((136, 907, 128),),
    "vastus-medialis": ((56, 457, 140), (59, 606, 150)),
    "vastus-intermedius": ((127, 742, 134),),
    "vastus-lateralis": ((125, 453, 137), (150, 521, 94), (176, 664, 93), (165, 805, 89)),
    "sartorius": ((124, 880, 152), (74, 691, 160), (27, 529, 127)),
    "semitendinosus": ((46, 560, 26),),
    "semimembranosus": ((30, 520, 48),),
    "biceps-femoris-long-head": ((113, 561, 27),),
    "biceps-femoris-short-head": ((121, 457, 54),),
    "adductor-longus": ((56, 802, 146),),
    "adductor-brevis": ((59, 793, 135),),
    "adductor-magnus": ((16, 649, 91), (43, 815, 57)),
    "gracilis": ((9, 600, 102),),
    "pectineus": ((58, 862, 147),),
    "gastrocnemius-medial-head": ((48, 325, 13), (55, 393, 22)),
    "gastrocnemius-lateral-head": ((96, 327, 4), (104, 397, 24)),
    "soleus": ((48, 95, 50), (131, 335, 52), (110, 129, 40)),
    "plantaris": ((96, 429, 45),),
    "popliteus": ((75, 348, 54),),
    "tibialis-anterior": ((116, 310, 124),),
    "extensor-digitorum-longus": ((130, 301, 91),),
    "extensor-hallucis-longus": ((109, 119, 86),),
    "fibularis-longus": ((140, 337, 62),),
    "fibularis-brevis": ((123, 114, 58),),
    "fibularis-tertius": ((114, 54, 78),),
    "tibialis-posterior": ((91, 275, 61),),
    "flexor-digitorum-longus": ((69, 252, 92),),
    "flexor-hallucis-longus": ((105, 136, 45),),
    "abductor-hallucis": ((54, -55, 93),),
    "flexor-digitorum-brevis": ((86, -78, 98),),
    "abductor-digiti-minimi-pedis": ((138, -72, 110),),
    "extensor-digitorum-brevis": ((125, -24, 117),),
    "extensor-hallucis-brevis": ((108, -9, 145),),
    "quadratus-plantae": ((82, -71, 81),),
    "flexor-hallucis-brevis": ((93, -74, 177),),
    "adductor-hallucis": ((120, -71, 168),),
    "interossei-dorsales-pedis": ((127, -34, 164),),
    "interossei-plantares": ((122, -60, 162),),
}  # fmt: skip
"""For each muscle its points, first to last, as x, y, z (millimetres, mesh frame), some 8 mm off it."""

TRIGGER_POINTS: tuple[TriggerPoint, ...] = tuple(
    TriggerPoint(f"{muscle}-{number}", muscle, aim)
    for muscle, aims in AIMS.items()
    for number, aim in enumerate(aims, start=1)
)
