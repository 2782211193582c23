"""Finds what would teach somebody to needle: depths, angles, sizes and doses of needles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consult_app.content.draft import Prose
    from consult_app.problems import ProblemList

_NUMBER = r"(?:\d+(?:[.,]\d+)?|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_UNIT = r"(?:mm|cm|millimet\w+|centimet\w+|inch\w*|degrees?|finger-?\s?widths?)\b"
_SIZE = re.compile(rf"\b{_NUMBER}[\s-]?(?:{_UNIT}|°)", re.IGNORECASE)
_GAUGE = re.compile(
    r"\b(?:gauge|perpendicular\w*|needle(?:'s|s|)\s+(?:length|depth|size|angle|diameter)s?"
    r"|\d+\s?[x×]\s?\d+\s?(?:mm|needles?)?)\b",
    re.IGNORECASE,
)
_DOSE = re.compile(
    rf"(?<!\bof )(?<!\bin )\b(?!one\b){_NUMBER}(?:\s?(?:to|or|–|-)\s?{_NUMBER})?\s+"
    r"(?:sessions?|treatments?|needles?|insertions?|visits?)\b",
    re.IGNORECASE,
)
_IN_FINDINGS = re.compile(
    rf"needles?\b[^.;]{{0,30}}\b{_NUMBER}\s?{_UNIT}|\b{_NUMBER}\s?{_UNIT}\s+(?:deep|needles?)\b",
    re.IGNORECASE,
)
"""Studies measure pain in millimetres and movement in degrees; what is said of a needle still counts."""


def check_measures(prose: Prose, problems: ProblemList) -> None:
    """Report what looks like a needle's depth, angle, size or dose."""
    if prose.audience == "evidence":
        found = _IN_FINDINGS.search(prose.text) or _GAUGE.search(prose.text)
    else:
        found = _SIZE.search(prose.text) or _GAUGE.search(prose.text)
    if found:
        problems.error("needle-measure", prose.location, found.group())
    dose = _DOSE.search(prose.text) if prose.audience != "evidence" else None
    if dose:
        problems.error("needle-dose", prose.location, dose.group())
