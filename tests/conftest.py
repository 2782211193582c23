"""What all tests share. Qt reads the environment when it is imported, so that is set first."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.update(
    QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", PYSIDE6_OPTION_PYTHON_ENUM="0x71"
)

from consult_app import bundle
from consult_app.content.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme

QT_FIXTURES = {"qapp", "qtbot"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that needs a Qt application."""
    for item in items:
        if QT_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)
            # The offscreen platform has no window manager to tell of sizes, and says so.
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the compiled catalogue and the settings of the tests away from the person's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("settings")))
        yield


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder that the program ships."""
    return bundle.find_resources()


@pytest.fixture(scope="session")
def catalogue(resources: Path) -> Catalogue:
    """The catalogue that the program ships."""
    from consult_app.content import compiled

    loaded = compiled.load(resources / "catalogue", bundle.cache_folder())
    assert loaded.catalogue is not None
    return loaded.catalogue


@pytest.fixture(scope="session")
def words(catalogue: Catalogue) -> Words:
    """The program's own words."""
    return Words(catalogue.words)


@pytest.fixture(scope="session")
def atlas(resources: Path) -> Atlas:
    """The atlas that the program ships."""
    from consult_app.atlas.storage import read_atlas

    return read_atlas(resources / "atlas")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program makes it: one style everywhere, roles for screen readers."""
    from PySide6.QtWidgets import QWidget

    from consult_app.gui.accessibility import install_accessibility

    qapp.setStyle("Fusion")
    install_accessibility(QWidget())
    return qapp


@pytest.fixture(scope="session")
def make_theme(qapp: QApplication, resources: Path) -> Callable[..., Theme]:
    """A maker of themes in the bundled font: ``make_theme("dark", 200)``."""
    from consult_app.gui.theme import load_fonts, load_theme

    family = load_fonts(resources / "fonts")

    def make(name: str = "light", text_size: int = 100) -> Theme:
        return load_theme(resources / "themes", name, family, text_size)

    qapp.setFont(make().font("body"))
    return make
