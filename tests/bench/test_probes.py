"""What happens inside a measured process; how long it takes is not asked here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from consult_app.bench import growing, memory
from consult_app.bench.child import PROBES
from consult_app.bench.loading import loading
from consult_app.bench.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("probe", PROBES)
def test_each_probe_is_there(probe: str) -> None:
    assert callable(getattr(import_module(f"consult_app.bench.{PROBES[probe]}"), probe))


def test_search_times_each_key(resources: Path) -> None:
    report = search(str(resources), 2, 1)
    assert isinstance(report["ms"], list)
    assert isinstance(report["bare"], list)
    assert len(report["ms"]) == len(report["bare"]) > 100


def test_loading_times_each_way(resources: Path) -> None:
    report = loading(str(resources), 2)
    assert {name: len(times) for name, times in report.items()} == {
        "copy": 2, "copy_bare": 2, "yaml": 2, "yaml_bare": 2,
    }  # fmt: skip


def test_frames_are_waited_for(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    from consult_app.bench.frames import Frames, settle

    label = QLabel("a")
    qtbot.addWidget(label)
    label.show()
    settle(0.05)
    frames = Frames(label)
    assert frames.time_to_frame(lambda: label.setText("b")) is not None
    assert len(frames.work_of_frames(lambda: label.setText("c"))) == 1
    assert frames.work_of_frames(lambda: None) == []


def test_memory_is_told_in_mib(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shares, status = tmp_path / "smaps_rollup", tmp_path / "status"
    monkeypatch.setattr(memory, "_SHARES", shares)
    monkeypatch.setattr(memory, "_STATUS", status)
    status.write_text("Name:\tpython\nVmRSS:\t  40960 kB\n")
    assert memory.proportional() == ("RSS", 40.0)
    assert memory.anonymous() == 40.0
    shares.write_text("55-7f ---p 0 00:00 0  [rollup]\nRss: 20480 kB\nPss:  2048 kB\nAnonymous: 1024 kB\n")
    assert memory.proportional() == ("PSS", 2.0)
    assert memory.anonymous() == 1.0


def test_growth_is_read_after_the_caches_are_full(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel("a")
    qtbot.addWidget(label)
    label.show()
    told: list[str] = []
    monkeypatch.setattr(growing, "press", lambda *_: told.append("tap"))
    monkeypatch.setattr(growing, "release", lambda *_: None)
    monkeypatch.setattr(growing, "anonymous", lambda: told.append("read") or float(len(told)))
    readings: list[float | None] = []
    pauses = list(growing._steps(label, 6, lambda: told.append("rest"), readings))
    assert told == [*["tap"] * 3, "rest", "read", *["tap"] * 3, "rest", "read"]
    assert readings == [5.0, 10.0]
    assert pauses == [0, 0, 0, growing.REST_MS] * 2
