"""Start-up: processes that end at their first frame, ours and a bare window's in turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.bench import figures
from consult_app.bench.figures import Figure
from consult_app.bench.spread import median, ratio_of_pairs

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.bench.context import Context
    from consult_app.bench.processes import Runner

# As pieces of Python, since no layer may import a higher one: here the words of a whole command line run.
PROGRAM = """
import sys
import consult_app.cli.main, consult_app.cli.launch
from consult_app.bench import first_frame
first_frame.program(stay_ms=int(sys.argv[2]))
consult_app.cli.main.main(["run", "--resources", sys.argv[1]])
"""
STAY_MS = 3000
"""How long the start stays that fills the caches."""
BARE = "from consult_app.bench import first_frame; first_frame.bare_window()"


def measure(context: Context) -> list[Figure]:
    """Measure start-up with our catalogue, then with larger ones."""
    found = []
    for times in context.plan.scales:
        pairs = context.plan.pairs if times == 1 else max(2, context.plan.pairs // 3)
        ours, bare = _in_turns(context.runner, context.content(times), pairs)
        name = "start-up" + context.size_note(times)
        if times == 1:
            found.append(Figure(name, ratio_of_pairs(ours, bare), "×", figures.START_RATIO, 1.0))
        found.append(Figure(f"{name}, time", 1000 * median(ours), "ms", None, 1000 * median(bare)))
    return found


def warm(runner: Runner, resources: Path) -> None:
    """Let the program start once and stay a moment: what it keeps for later starts is then there."""
    runner.seconds(PROGRAM, str(resources), str(STAY_MS))


def _in_turns(runner: Runner, resources: Path, pairs: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each start, ours and the bare window's; who comes first changes each time."""
    warm(runner, resources)
    runner.seconds(PROGRAM, str(resources), "0")
    runner.seconds(BARE)
    ours, bare = [], []
    for number in range(pairs):
        for is_ours in (number % 2 == 0, number % 2 == 1):
            if is_ours:
                ours.append(runner.seconds(PROGRAM, str(resources), "0"))
            else:
                bare.append(runner.seconds(BARE))
    return ours, bare
