"""How much is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Plan(NamedTuple):
    """Rounds of each measurement; ``scales`` are the sizes of the catalogue, 1 being our own."""

    pairs: int = 20
    tap_rounds: int = 4
    turn_rounds: int = 2
    search_rounds: int = 3
    load_rounds: int = 7
    idle_seconds: int = 60
    taps: int = 100_000
    scales: tuple[int, ...] = (1, 3, 10)


FULL = Plan()
QUICK = Plan(pairs=4, tap_rounds=1, turn_rounds=1, search_rounds=1, load_rounds=4, idle_seconds=5, taps=5_000)


class BenchOptions(NamedTuple):
    """What the command line asks for; ``only`` names measurements, none means all."""

    is_json: bool = False
    is_quick: bool = False
    only: tuple[str, ...] = ()
    resources: Path | None = None
