"""Lets the C library give big pieces of memory back to the system as soon as they are free.

By itself, glibc learns from every big piece that is freed to keep the next one: after some hundred pictures
tens of megabytes are free and still held.
"""

from __future__ import annotations

import sys

MMAP_THRESHOLD = -3
"""glibc's name for the size from which a piece is taken from the system by itself (mallopt)."""
BIG = 400 * 2**10


def keep_memory_small() -> None:
    """Ask for it where the C library can be asked; elsewhere nothing is to be done."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # late: the first frame does without

    ask = getattr(ctypes.CDLL(None), "mallopt", None)
    if ask is not None:
        ask(MMAP_THRESHOLD, BIG)
