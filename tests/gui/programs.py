"""Runs the program as a person would start it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``consult-app`` with these words; an empty value takes a variable out of the environment."""
    surroundings = {**os.environ, "CONSULT_APP_DEBUG": "", **environment}
    return subprocess.run(
        [sys.executable, "-m", "consult_app", *map(str, words)],
        env={name: value for name, value in surroundings.items() if value},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def run_script(script: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python on its own, for what may end in a crash."""
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def is_sentence(text: str, *parts: object) -> bool:
    """Return whether a person is told something, with these parts in it, and no traceback."""
    return bool(text.strip()) and "Traceback" not in text and all(str(part) in text for part in parts)


def damage(path: Path) -> None:
    """Overwrite the second half of a file; its size stays."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b"\0" * (len(data) - len(data) // 2))
