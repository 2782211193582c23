"""What memory this process takes, in MiB."""

from __future__ import annotations

import sys
from pathlib import Path

_SHARES = Path("/proc/self/smaps_rollup")
_STATUS = Path("/proc/self/status")
_KIB_PER_MIB = 1024


def proportional() -> tuple[str, float] | None:
    """Return the kind of figure and its value: “PSS”, else “RSS”, else None where the system tells neither.

    PSS counts what is shared with other processes by its share, so it depends on who else runs.
    """
    shares = _fields(_SHARES)
    if "Pss" in shares:
        return "PSS", shares["Pss"] / _KIB_PER_MIB
    resident = _resident()
    return None if resident is None else ("RSS", resident)


def anonymous() -> float | None:
    """Return what is no file's copy, else all that is resident, else None.

    A library's pages become this process' own when another program that uses them ends, so pages of files
    would come and go with others.
    """
    shares = _fields(_SHARES)
    return shares["Anonymous"] / _KIB_PER_MIB if "Anonymous" in shares else _resident()


def _resident() -> float | None:
    status = _fields(_STATUS)
    if "VmRSS" in status:
        return status["VmRSS"] / _KIB_PER_MIB
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # the most so far; bytes on macOS, else KiB
    return most / _KIB_PER_MIB / (_KIB_PER_MIB if sys.platform == "darwin" else 1)


def _fields(path: Path) -> dict[str, int]:
    """Return the lines “Name:  123 kB” of a file of the proc file system."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = {}
    for line in lines:
        name, _colon, rest = line.partition(":")
        words = rest.split()
        if len(words) == 2 and words[1] == "kB":
            found[name] = int(words[0])
    return found
