"""Internal oblique and transversus abdominis, laid beneath the sheet of the external oblique.

Fibres start at the thoracolumbar fascia, the iliac crest or the inguinal ligament and end at the lower ribs
or the semilunar line: degrees from the front, height, depth beneath the outer wall (metres); left side.
"""

from __future__ import annotations

from consult_app.atlas_maker.patches import Patch

INTERNAL_OBLIQUE = Patch(
    (0.0, 0.12, 0.26, 0.39, 0.52, 0.64, 0.75, 0.85, 0.93, 1.0),
    (
        ((121, 1.029, 0.012), (119, 1.066, 0.016), (116, 1.112, 0.014)),
        ((112, 1.037, 0.006), (107, 1.078, 0.009), (101, 1.120, 0.009)),
        ((103, 1.037, 0.005), (93, 1.086, 0.007), (84, 1.137, 0.009)),
        ((96, 1.031, 0.005), (80, 1.091, 0.006), (66, 1.156, 0.009)),
        ((90, 1.025, 0.005), (68, 1.096, 0.006), (46, 1.176, 0.008)),
        ((85, 1.015, 0.005), (63, 1.066, 0.006), (39.5, 1.118, 0.006)),
        ((80, 1.003, 0.005), (60, 1.031, 0.006), (36.5, 1.060, 0.006)),
        ((76, 0.989, 0.005), (56, 1.000, 0.006), (33, 1.008, 0.006)),
        ((72, 0.972, 0.005), (52, 0.966, 0.006), (29, 0.955, 0.006)),
        ((61, 0.918, 0.005), (43, 0.908, 0.006), (21, 0.896, 0.006)),
    ),
    thickness=0.0040,
    grain=0.00026,
    soft=(True, False, True, True),
    lift=0.0,
    bundles=44,
)

TRANSVERSUS_ABDOMINIS = Patch(
    (0.0, 0.3, 0.6, 0.85, 1.0),
    (
        ((126, 1.116, 0.020), (108, 1.119, 0.022), (86, 1.135, 0.021),
         (66, 1.153, 0.016), (53, 1.168, 0.014)),
        ((126, 1.092, 0.022), (108, 1.094, 0.028), (88, 1.102, 0.028),
         (68, 1.110, 0.015), (51, 1.120, 0.012)),
        ((125, 1.067, 0.024), (108, 1.068, 0.016), (90, 1.068, 0.015),
         (72, 1.067, 0.012), (53, 1.066, 0.011)),
        ((124, 1.046, 0.020), (110, 1.048, 0.010), (94, 1.046, 0.009),
         (78, 1.036, 0.009), (60, 1.028, 0.009)),
        ((122, 1.032, 0.014), (110, 1.037, 0.008), (97, 1.034, 0.007),
         (82, 1.016, 0.007), (70, 1.009, 0.007)),
    ),
    thickness=0.0030,
    grain=0.00024,
    soft=(False, False, False, True),
    lift=0.0,
    bundles=46,
)  # fmt: skip
"""Cut off in front, before its aponeurosis, so that one sees into the open belly."""
