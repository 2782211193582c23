"""Writes a picture of the figure, or of the whole window, without a display."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from consult_app.atlas.storage import check_files
from consult_app.problems import UsageError, UserFacingError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRectF

    from consult_app.canvas.figure_view import FigureView
    from consult_app.options import PictureOptions


def write_picture(options: PictureOptions) -> int:
    """Draw what the options ask for and write it as PNG; return the exit code.

    Raises:
        UserFacingError: the program's files are not in order, or a file cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    from PySide6.QtCore import QPoint

    from consult_app.gui.application import find_settings, load, make_application, make_window
    from consult_app.settings.record import Settings

    loaded = load(options.scene)
    # The person's own settings stay out of pictures, which look the same everywhere.
    has_settings = options.scene.settings is not None
    settings = find_settings(loaded, options.scene).settings if has_settings else Settings()
    for fault in check_files(loaded.resources / "atlas", loaded.atlas):
        raise UserFacingError(str(fault))
    application = make_application()
    window = make_window(application, loaded, options.scene, settings, is_single=not options.window)
    least = window.minimumSize()
    if options.window and (options.width < least.width() or options.height < least.height()):
        raise UsageError(f"The window is at least {least.width()} × {least.height()} pixels large.")
    window.resize(options.width, options.height)
    figure = window.figure
    corner = QPoint(0, 0)
    if options.window:
        window.show()
        corner = figure.mapTo(window, corner)
    else:
        figure.setParent(None)
        figure.resize(options.width, options.height)
        figure.show()
    application.processEvents()
    if options.window:
        window.complete()
    figure.come_to_rest()
    application.processEvents()
    image = (window if options.window else figure).grab()
    if not image.save(str(options.out), "PNG"):
        raise UserFacingError(f"{options.out}: the picture cannot be written there.")
    if options.regions is not None:
        _write_regions(options.regions, figure, (corner.x(), corner.y()), image.devicePixelRatio())
    return 0


def _write_regions(path: Path, figure: FigureView, corner: tuple[int, int], ratio: float) -> None:
    """Write the boxes of figure and regions of the main plate, in pixels of the picture."""
    slot = figure.slots[0]

    def box(rect: QRectF) -> list[int]:
        moved = rect.translated(*corner)
        return [round(v * ratio) for v in (moved.x(), moved.y(), moved.width(), moved.height())]

    transform = slot.transform()
    regions = []
    for region in slot.plate.regions:
        rect = transform.mapRect(figure.region_path(slot.plate, region.id).boundingRect())
        regions.append(
            {
                "id": region.id,
                "muscle": region.muscle,
                "group": region.group,
                "side": region.side,
                "box": box(rect),
            }
        )
    data = {"figure": box(slot.figure()), "regions": regions}
    try:
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise UserFacingError(f"{path}: the regions cannot be written there ({error.strerror}).") from error
