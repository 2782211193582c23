"""Runs a measured process and takes what it reports."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LONGEST = 4 * 3600
"""Seconds after which a measured process is given up."""
_PROBE = "import sys; from consult_app.bench.child import main; main(sys.argv[1], sys.argv[2])"


class Runner:
    """Starts processes in one environment; their working folder is empty, so nothing is imported from it."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._environment, self._folder = dict(environment), folder

    def seconds(self, code: str, *words: str) -> float:
        """Return how long a process lives that runs a piece of Python.

        Raises:
            UserFacingError: it failed.
        """
        begin = time.perf_counter()
        process = self._start(code, *words)
        _, complaints = process.communicate(timeout=LONGEST)
        passed = time.perf_counter() - begin
        _require_success(process.returncode, complaints)
        return passed

    def start(self, probe: str, **settings: object) -> subprocess.Popen[str]:
        """Start a probe of ``child`` without waiting for it."""
        return self._start(_PROBE, probe, json.dumps(settings))

    def finish(self, process: subprocess.Popen[str]) -> Any:  # noqa: ANN401 -- each probe has its own form
        """Wait for a probe and return its report.

        Raises:
            UserFacingError: it failed.
        """
        output, complaints = process.communicate(timeout=LONGEST)
        _require_success(process.returncode, complaints)
        return json.loads(output)

    def probe(self, probe: str, **settings: object) -> Any:  # noqa: ANN401
        """Run a probe of ``child`` and return its report."""
        return self.finish(self.start(probe, **settings))

    def _start(self, code: str, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(  # noqa: S603 -- our own Python and our own code
            [sys.executable, "-c", code, *words],
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )


def _require_success(code: int, complaints: str) -> None:
    if code:
        last = (complaints.strip().splitlines() or ["it said nothing"])[-1]
        raise UserFacingError(f"A measured process ended with code {code}: {last}")
