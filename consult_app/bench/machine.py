"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

_CPU_FILE = Path("/proc/cpuinfo")
_LOAD = "load {:.1f}"


def machine_line(platform_plugin: str) -> str:
    """Return processor, cores, system, Python, PySide6 and Qt platform in one line.

    The load tells how busy the machine was when the measurement began (processes that want a core).
    """
    parts = [
        processor(),
        f"{cores()} cores",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        f"PySide6 {_version('PySide6-Essentials')}",
        f"Qt platform {platform_plugin}",
    ]
    if hasattr(os, "getloadavg"):
        parts.append(_LOAD.format(os.getloadavg()[0]))
    return ", ".join(parts)


def processor() -> str:
    """Return the model of the processor, as well as the system tells it."""
    try:
        lines = _CPU_FILE.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "of unknown version"
