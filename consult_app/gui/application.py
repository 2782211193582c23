"""Starts the program: loads what it needs, opens the window, tells of faults in sentences."""

from __future__ import annotations

import os
import signal
import sys

from consult_app import bundle
from consult_app.atlas.storage import AtlasFault, read_atlas
from consult_app.content import compiled
from consult_app.options import RunOptions, check_selected
from consult_app.policy import DESK
from consult_app.problems import UsageError, UserFacingError
from consult_app.settings.reading import Found, read_settings
from consult_app.settings.record import Known, Settings

# The lower layers come before PySide6: importing it slows every later import.
import consult_app.gui.lean_import  # isort: skip # noqa: F401 -- imports PySide6 the fast way
from PySide6.QtCore import Qt, QtMsgType, QMessageLogContext, qInstallMessageHandler  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from typing import TYPE_CHECKING, NamedTuple, cast

from consult_app.consultation import BodySide, Consultation, Selection
from consult_app.gui.consultation_model import ConsultationModel
from consult_app.gui.desktop_hints import wants_contrast
from consult_app.gui.main_window import MainWindow
from consult_app.gui.theme import TEXT_SIZES, Theme, load_fonts, load_theme, theme_names
from consult_app.gui.window_content import WindowContent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from consult_app.atlas.model import Atlas, Layer, Part, Plate
    from consult_app.content.records import Catalogue

EXIT_PROBLEMS = 1
"""Exit code when the program's files are not in order."""


class Loaded(NamedTuple):
    """Everything that is read before the window opens."""

    resources: Path
    catalogue: Catalogue
    atlas: Atlas


def load(options: RunOptions) -> Loaded:
    """Read catalogue and atlas.

    Raises:
        UserFacingError: something in them is missing or broken; the sentence lists all of it.
    """
    resources = bundle.find_resources(options.resources)
    loaded = compiled.load(resources / "catalogue", bundle.cache_folder())
    if loaded.catalogue is None:
        from consult_app.checking.report import as_text

        raise UserFacingError(as_text(loaded.problems))
    try:
        atlas = read_atlas(resources / "atlas")
        check_sizes(resources / "atlas", _first_plates(atlas, options))
    except AtlasFault as fault:
        raise UserFacingError(str(fault)) from fault
    check_selected(options.select, loaded.catalogue.group_by_id)
    languages = loaded.catalogue.passport.languages
    layers, parts = {plate.layer for plate in atlas.plates}, {plate.part for plate in atlas.plates}
    if options.layer is not None and options.layer not in layers:
        known = ", ".join(sorted(layers))
        raise UsageError(f"The atlas has no layer “{options.layer}”. It has: {known}.")
    if options.part is not None and options.part not in parts:
        raise UsageError(f"The atlas has no close-up “{options.part}”. It has: {', '.join(sorted(parts))}.")
    if options.language is not None and options.language not in languages:
        known = ", ".join(languages)
        raise UsageError(f"There is no language “{options.language}”. There are: {known}.")
    return Loaded(resources, loaded.catalogue, atlas)


def _first_plates(atlas: Atlas, options: RunOptions) -> list[Plate]:
    """Return the plates that the first frame may show."""
    azimuth = options.azimuth or 0
    bodies = [plate for plate in atlas.plates if plate.layer == (options.layer or "superficial")]
    return [plate for plate in bodies if (plate.azimuth - azimuth) % 180 == 0]


def check_sizes(folder: Path, plates: Iterable[Plate]) -> None:
    """Compare the size of every file of some plates with the atlas: a look that costs almost nothing.

    Raises:
        AtlasFault: a file is missing or has another size.
    """
    for plate in plates:
        for name, stored in plate.files.items():
            try:
                size: int | None = os.stat(f"{folder}{os.sep}{name}").st_size  # noqa: PTH116 -- twice as fast
            except OSError:
                size = None
            if size != stored.size:
                path = folder / name
                state = "is missing" if size is None else f"has {size} bytes instead of {stored.size}"
                raise AtlasFault(path, f"This file of the atlas {state}. Copy the whole atlas folder again.")


def make_application() -> QApplication:
    """Return the application object, in the one style that looks the same everywhere."""
    require_display()
    messages = _StartMessages()
    qInstallMessageHandler(messages.receive)
    # Named here and not through setStyle, which would bring the hundreds of names of QStyle along.
    application = QApplication([sys.argv[0], "-style", "fusion"])
    messages.let_through()
    application.setApplicationName("consult-app")
    application.setApplicationDisplayName("Consultation aid")
    return application


def make_theme(application: QApplication, resources: Path, options: RunOptions, settings: Settings) -> Theme:
    """Return the theme asked for, the one that is set, or the one that goes with the desktop's.

    Raises:
        UserFacingError: there is no such theme, or a file of fonts or themes is broken.
    """
    family = load_fonts(resources / "fonts")
    known = theme_names(resources / "themes")
    name = options.theme or settings.theme or desktop_theme(application)
    if name not in known:
        raise UserFacingError(f"There is no theme “{name}”. There are: {', '.join(known)}.")
    size = options.text_size or settings.text_size or TEXT_SIZES[0]
    theme = load_theme(resources / "themes", name, family, size)
    application.setFont(theme.font("body"))
    application.setPalette(theme.palette())
    return theme


def desktop_theme(application: QApplication) -> str:
    """Return the name of the theme that goes with the desktop's."""
    is_dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "contrast" if wants_contrast() else "dark" if is_dark else "light"


def find_settings(loaded: Loaded, options: RunOptions) -> Found:
    """Return the settings of the file that the options name, or else of the person's own.

    Raises:
        UsageError: the file that is named does not exist.
    """
    named = options.settings
    if named is not None and not named.exists():
        raise UsageError(f"There is no file {named}. Name a settings file.")
    catalogue = loaded.catalogue
    known = Known(tuple(catalogue.group_by_id), catalogue.passport.languages)
    return read_settings(named or bundle.settings_file(), bundle.cache_folder(), known)


def make_window(
    application: QApplication,
    loaded: Loaded,
    options: RunOptions,
    settings: Settings = Settings(),  # noqa: B008 -- a frozen value
    *,
    is_single: bool = False,
) -> MainWindow:
    """Return the window in the state that options and settings ask for, not yet shown.

    ``is_single`` shows one plate however much room there is.

    Raises:
        UserFacingError: a file that the window needs is missing or broken.
    """
    theme = make_theme(application, loaded.resources, options, settings)
    content = WindowContent(
        loaded.catalogue,
        loaded.atlas,
        loaded.resources,
        DESK,
        theme,
        bundle.cache_folder(),
        settings_file=options.settings or bundle.settings_file(),
    )
    model = ConsultationModel()
    model.start_with(Consultation(is_mirrored=settings.is_mirrored))
    model.forget()
    window = MainWindow(content.with_settings(settings), model)
    model.setParent(window)
    if is_single:
        window.figure.show_single()
    _show_selected(window, model, options)
    return window


def _show_selected(window: MainWindow, model: ConsultationModel, options: RunOptions) -> None:
    """Bring the window into the state that the options ask for; a view that is named wins."""
    selections = [Selection(group, cast("BodySide | None", side)) for group, side in options.select]
    if selections:
        window.select(selections[-1].group, selections[-1].side)
        model.light_beside(tuple(selections[:-1]))
    if options.azimuth is not None:
        model.turn_to(options.azimuth)
    if options.layer is not None:
        model.peel_to(cast("Layer", options.layer))
    if options.part is not None:
        model.look_at(cast("Part", options.part))
    model.begin()


def run(options: RunOptions) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    application = make_application()
    try:
        loaded = load(options)
        found = find_settings(loaded, options)
        window = make_window(application, loaded, options, found.settings)
    except UserFacingError as error:
        return _tell(str(error))
    # Ctrl+C in the terminal ends the program: Python's own handler would wait for Qt.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.figure.first_painted.connect(window.load_rest_soon)
    if found.problems:
        from consult_app.gui.settings_faults import SettingsFaults

        SettingsFaults(window, found.problems)
    window.showMaximized()
    return application.exec()


def _tell(text: str) -> int:
    from consult_app.gui.problem_dialog import ProblemDialog

    sys.stderr.write(f"{text}\n")
    if QApplication.platformName() != "offscreen":
        ProblemDialog(text.splitlines()).exec()
    return EXIT_PROBLEMS


def require_display() -> None:
    """Refuse to start without a display: Qt would abort.

    Raises:
        UserFacingError: says how to give one.
    """
    needs_one = sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM")
    if needs_one and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise UserFacingError(
            "There is no display to open a window on. Start the program from a desktop session, "
            "or use “consult-app picture” and “consult-app list”, which need none."
        )


class _StartMessages:
    """Holds back what Qt says until the application stands: it is only of use if Qt then gives up."""

    def __init__(self) -> None:
        self._held: list[str] | None = []

    def let_through(self) -> None:
        """Write messages at once from now on."""
        self._held = None

    def receive(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Qt's message handler."""
        if kind == QtMsgType.QtFatalMsg:
            # Qt aborts after this; a person should read a sentence instead of a core dump.
            reason = (self._held or [text])[0].strip()
            sys.stderr.write(
                "The window could not be opened. Is the display reachable, and are Qt's system libraries "
                f"installed (see README)? Qt says: {reason}\n"
            )
            sys.stderr.flush()
            os._exit(EXIT_PROBLEMS)
        if self._held is not None:
            self._held.append(text)
        else:
            sys.stderr.write(f"{text}\n")
