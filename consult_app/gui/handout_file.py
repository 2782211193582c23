"""Writes a hand-out as a PDF file without a display: the same sheet as the window's."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from consult_app.atlas.storage import check_files
from consult_app.consultation import BodySide, PlanItem, Selection
from consult_app.gui.regions import LAYERS
from consult_app.handout.records import Letterhead
from consult_app.problems import UsageError, UserFacingError, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Plate
    from consult_app.consultation import Consultation, Depth
    from consult_app.content.records import Catalogue
    from consult_app.gui.main_window import MainWindow
    from consult_app.handout.records import Paper
    from consult_app.options import HandoutOptions, RunOptions
    from consult_app.settings.reading import Found
    from consult_app.settings.record import Settings


def write_handout(options: HandoutOptions) -> int:
    """Write the hand-out that the options ask for; return the exit code.

    Raises:
        UserFacingError: the program's files are not in order, the typesetter is missing, the logo cannot be
            used, or the file cannot be written.
        UsageError: there is no such muscle group or question.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from consult_app.gui.application import find_settings, load, make_application, make_window
    from consult_app.gui.handout_maker import Sheet, make, request_of

    loaded = load(options.scene)
    _check_answers(loaded.catalogue, options.yes)
    for fault in check_files(loaded.resources / "atlas", loaded.atlas):
        raise UserFacingError(str(fault))
    settings = _usable(find_settings(loaded, options.scene))
    window = make_window(make_application(), loaded, options.scene, settings)
    _look_at_all(window, options.scene)
    content = window.content
    now = _told(window.model.now, options)
    sheet = Sheet(
        is_plan=len(now.plan) > 1,
        has_notes=True,
        paper=cast("Paper", options.paper or settings.paper),
        letterhead=Letterhead(options.clinic or settings.clinic, options.logo or settings.logo),
    )
    request = request_of(content, now, sheet, window.figure.options, options.today)
    write_pdf(options.out, make(content, request).pdf())
    return 0


def _usable(found: Found) -> Settings:
    """Return what can be used of the settings, and tell what cannot."""
    if found.problems:
        from consult_app.checking.report import as_text

        sys.stderr.write(f"{as_text(found.problems)}\n")
    return found.settings


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        UserFacingError: it cannot be written there.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(pdf)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UserFacingError(f"{path}: the hand-out cannot be written there ({error.strerror}).") from error


def _look_at_all(window: MainWindow, scene: RunOptions) -> None:
    """Look from where most of several groups are seen, unless a view was named."""
    if len(scene.select) < 2 or any(named is not None for named in (scene.azimuth, scene.layer, scene.part)):
        return
    model, groups = window.model, {group for group, _side in scene.select}

    def seen(plate: Plate) -> int:
        return len(groups & {region.group for region in plate.regions})

    bodies = [plate for plate in window.content.atlas.plates if plate.part == "body"]
    # Of layers that show as many of them, the outermost.
    bodies.sort(key=lambda plate: LAYERS.index(plate.layer))
    model.look_at("body")
    model.peel_to(max(bodies, key=seen).layer)
    view = window.pane.best_for_groups(groups)
    if view is not None:
        model.step(model.now.look_from(view))


def _told(now: Consultation, options: HandoutOptions) -> Consultation:
    """Return the consultation with what the options tell of it."""
    chosen = [Selection(group, cast("BodySide | None", side)) for group, side in options.scene.select]
    items = tuple(PlanItem(selection) for selection in dict.fromkeys(chosen))
    if len(items) == 1:
        items = (PlanItem(items[0].selection, options.note),)
    note = options.note if len(items) > 1 else ""
    depth = cast("Depth", options.depth)
    return now._replace(plan=items, note=note, answers=options.yes, depth=depth, is_calm=False)


def _check_answers(catalogue: Catalogue, answers: tuple[str, ...]) -> None:
    known = [question.id for question in catalogue.safety.questions]
    for answer in answers:
        if answer not in known:
            near = nearest(answer, known)
            hint = f" Did you mean “{near}”?" if near else ""
            raise UsageError(f"There is no safety question “{answer}”.{hint} There are: {', '.join(known)}.")
