"""Figures as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.bench.figures import Figure

_HEAD = ("figure", "value", "baseline", "× baseline", "limit", "")


def as_table(machine: str, figures: Sequence[Figure]) -> str:
    """Return one line per figure under the machine they were measured on, and the verdict."""
    rows = [_HEAD, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [machine, ""]
    for name, *cells in rows:
        padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        lines.append("  ".join((name.ljust(widths[0]), *padded)).rstrip())
    return "\n".join((*lines, "", _verdict(figures)))


def as_json(machine: str, figures: Sequence[Figure]) -> str:
    """Return everything as JSON; ``limit`` and ``baseline`` are null where there is none."""
    rows = [
        {
            "name": figure.name,
            "value": round(figure.value, 4),
            "unit": figure.unit,
            "limit": figure.limit,
            "ok": figure.is_ok,
            "baseline": None if figure.baseline is None else round(figure.baseline, 4),
        }
        for figure in figures
    ]
    return json.dumps({"machine": machine, "figures": rows}, ensure_ascii=False, indent=2)


def _row(figure: Figure) -> tuple[str, ...]:
    base, limit = figure.baseline, figure.limit
    return (
        figure.name,
        _amount(figure.value, figure.unit),
        "" if base is None else _amount(base, figure.unit),
        f"{figure.value / base:.2f}" if base and figure.value >= 0 else "",
        "" if limit is None else f"≤ {_amount(limit, figure.unit)}",
        "" if limit is None else "ok" if figure.is_ok else "MISSED",
    )


def _amount(value: float, unit: str) -> str:
    """Write a value with three digits that matter, as 0.05, 1.23, 12.3 or 123."""
    size = abs(value)
    digits = 0 if size == 0 or size >= 100 else 1 if size >= 10 else 2 if size >= 0.1 else 3
    return f"{value:.{digits}f} {unit}".rstrip()


def _verdict(figures: Sequence[Figure]) -> str:
    limited = [figure for figure in figures if figure.limit is not None]
    missed = [figure.name for figure in limited if not figure.is_ok]
    if missed:
        return f"{len(missed)} of {len(limited)} limits missed: {'; '.join(missed)}."
    return f"All {len(limited)} limits kept." if limited else "No figure here has a limit."
