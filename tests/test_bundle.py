"""Where resources and the cache are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult_app import bundle
from consult_app.problems import UserFacingError


def test_the_checkout_has_resources() -> None:
    assert (bundle.find_resources() / "catalogue").is_dir()


def test_an_installed_package_uses_its_own_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "consult_app"
    (package / "_bundled").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(bundle, "_PACKAGE", package)
    assert bundle.find_resources() == package / "_bundled"
    (package / "_bundled").rmdir()
    assert bundle.find_resources() == tmp_path / "resources"


def test_missing_resources_name_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "_PACKAGE", tmp_path / "consult_app")
    with pytest.raises(UserFacingError) as caught:
        bundle.find_resources()
    assert str(tmp_path / "consult_app" / "_bundled") in str(caught.value)
    assert str(tmp_path / "resources") in str(caught.value)


def test_a_named_folder_must_exist(tmp_path: Path) -> None:
    assert bundle.find_resources(tmp_path) == tmp_path
    with pytest.raises(UserFacingError, match="There is no folder"):
        bundle.find_resources(tmp_path / "none")


def test_the_cache_lies_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/me")
    assert bundle.cache_folder() == Path("/var/cache/me/consult-app")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/me")
    assert bundle.cache_folder() == Path("/home/me/.cache/consult-app")
    monkeypatch.setattr(bundle.sys, "platform", "darwin")
    assert bundle.cache_folder() == Path("/home/me/Library/Caches/consult-app")
    monkeypatch.setattr(bundle.sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/appdata")
    assert bundle.cache_folder() == Path("/appdata/consult-app")


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(bundle.sys, "platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(bundle.Path, "home", no_home)
    assert bundle.cache_folder() is None
    assert bundle.settings_file() is None


def test_settings_lie_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/etc/me")
    assert bundle.settings_file() == Path("/etc/me/consult-app/settings.yaml")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/me")
    assert bundle.settings_file() == Path("/home/me/.config/consult-app/settings.yaml")
    monkeypatch.setattr(bundle.sys, "platform", "darwin")
    assert bundle.settings_file() == Path("/home/me/Library/Application Support/consult-app/settings.yaml")
    monkeypatch.setattr(bundle.sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", "/appdata")
    assert bundle.settings_file() == Path("/appdata/consult-app/settings.yaml")
