"""Probe: the search, key by key as it is typed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.bench.copies import enlarged
from consult_app.bundle import cache_folder
from consult_app.content import compiled
from consult_app.content.search import SearchIndex
from consult_app.content.search_entries import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from consult_app.content.records import Catalogue

MS = 1000
MOST_LETTERS = 32
HITS = 8
EACH = 6
"""Names, complaints and conditions that are typed, of each so many."""


def search(resources: str, scale: int, rounds: int) -> dict[str, list[float] | float]:
    """Type into a catalogue ``scale`` times as large; report milliseconds, of making the index too."""
    loaded = compiled.load(Path(resources) / "catalogue", cache_folder())
    if loaded.catalogue is None:
        raise LookupError("the catalogue cannot be used")
    catalogue = enlarged(loaded.catalogue, scale)
    begin = time.perf_counter()
    index = SearchIndex(catalogue)
    index.warm_up()
    made = MS * (time.perf_counter() - begin)
    typed = [key for text in texts(loaded.catalogue) for key in keys(text)]
    found = [_time_of(index, text) for _ in range(rounds) for text in typed]
    return {"ms": found, "bare": _plain_times(catalogue, typed), "made": made}


def texts(catalogue: Catalogue) -> Iterator[str]:
    """Yield what is typed: names, what patients say, conditions; each also with two letters swapped."""
    names = [group.clinical_name for group in catalogue.groups]
    said = [text for group in catalogue.groups for text in group.patients_say[:1]]
    conditions = [condition.name for condition in catalogue.conditions]
    for several in (names, said, conditions):
        for text in several[:: max(1, len(several) // EACH)][:EACH]:
            yield text[:MOST_LETTERS]
            yield mistyped(text[:MOST_LETTERS])


def mistyped(text: str) -> str:
    """Return a text with its third and fourth letter swapped."""
    return text[:2] + text[3:4] + text[2:3] + text[4:]


def keys(text: str) -> Iterator[str]:
    """Yield what stands in the field after each key."""
    return (text[:end] for end in range(1, len(text) + 1) if text[:end].strip())


def _time_of(index: SearchIndex, text: str) -> float:
    begin = time.perf_counter()
    index.find(text, HITS)
    return MS * (time.perf_counter() - begin)


def _plain_times(catalogue: Catalogue, typed: list[str]) -> list[float]:
    """Return the milliseconds of the plainest search: which of all names hold this very text?"""
    names = [name.casefold() for entry in entries_of(catalogue) for name, _weight in entry.phrases]
    found = []
    for text in typed:
        begin = time.perf_counter()
        wanted = text.casefold()
        [name for name in names if wanted in name]
        found.append(MS * (time.perf_counter() - begin))
    return found
