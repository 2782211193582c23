"""Asking the C library to give memory back never fails."""

from __future__ import annotations

import pytest

from consult_app.gui.memory import keep_memory_small


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_it_can_be_asked_for_anywhere(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    keep_memory_small()
