from __future__ import annotations

import json

import pytest

from consult_app.bench.figures import Figure
from consult_app.bench.report import as_json, as_table

KEPT = Figure("tap to answer, median", 12.345, "ms", 16.0, 0.5)
MISSED = Figure("start-up", 1.62, "×", 1.5, 1.0)
FREE = Figure("index made", 30.0, "ms")
STILL = Figure("idle wake-ups", 0.0, "", 0.0, 0.0)


@pytest.mark.parametrize(("value", "is_ok"), [(1.49, True), (1.5, True), (1.51, False), (-3.0, True)])
def test_a_limit_is_the_most_that_may_be(value: float, is_ok: bool) -> None:  # noqa: FBT001
    assert Figure("x", value, "s", 1.5).is_ok is is_ok


def test_the_table_sets_value_baseline_and_limit_side_by_side() -> None:
    lines = as_table("a machine", [KEPT, MISSED, FREE, STILL]).splitlines()
    assert lines[0] == "a machine"
    assert [line.split("  ")[0] for line in lines[2:7]] == [
        "figure", "tap to answer, median", "start-up", "index made", "idle wake-ups",
    ]  # fmt: skip
    assert lines[3].split()[4:] == ["12.3", "ms", "0.50", "ms", "24.69", "≤", "16.0", "ms", "ok"]
    assert lines[4].endswith("MISSED")
    assert lines[5].split() == ["index", "made", "30.0", "ms"]
    assert lines[6].split() == ["idle", "wake-ups", "0", "0", "≤", "0", "ok"]
    assert lines[-1] == "1 of 3 limits missed: start-up."


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [([KEPT, STILL], "All 2 limits kept."), ([FREE], "No figure here has a limit.")],
)
def test_the_last_line_is_the_verdict(figures: list[Figure], verdict: str) -> None:
    assert as_table("", figures).splitlines()[-1] == verdict


def test_json_has_the_promised_form() -> None:
    report = json.loads(as_json("a machine", [KEPT, MISSED, FREE]))
    assert report["machine"] == "a machine"
    assert report["figures"] == [
        {"name": KEPT.name, "value": 12.345, "unit": "ms", "limit": 16.0, "ok": True, "baseline": 0.5},
        {"name": MISSED.name, "value": 1.62, "unit": MISSED.unit, "limit": 1.5, "ok": False, "baseline": 1.0},
        {"name": FREE.name, "value": 30.0, "unit": "ms", "limit": None, "ok": True, "baseline": None},
    ]
