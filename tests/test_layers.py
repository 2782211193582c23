"""The layers of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def test_imports_go_downwards_only() -> None:
    pytest.importorskip("importlinter")
    command = [sys.executable, "-c", LINT, "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
