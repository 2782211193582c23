"""What every measurement is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consult_app.bench.copies import write_larger

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.bench.plan import Plan
    from consult_app.bench.processes import Runner


class Context:
    """The plan, the processes, and catalogues of any size in the folder ``work``."""

    def __init__(self, plan: Plan, runner: Runner, resources: Path, work: Path) -> None:
        self.plan, self.runner = plan, runner
        self._resources, self._work = resources, work

    def content(self, times: int) -> Path:
        """Return resources whose catalogue is ``times`` as large as our own."""
        if times == 1:
            return self._resources
        return write_larger(self._resources, self._work / f"resources-{times}", times)

    def probe(self, probe: str, times: int = 1, **settings: object) -> Any:  # noqa: ANN401
        """Run a probe with a catalogue ``times`` as large as our own, and return its report."""
        return self.runner.probe(probe, resources=str(self.content(times)), **settings)

    @staticmethod
    def size_note(times: int) -> str:
        """Return what a figure's name says of the size of the catalogue."""
        return "" if times == 1 else f", {times} × catalogue"
