"""The commands that hand over to a front end: window, picture, hand-out, atlas maker."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from consult_app.options import HandoutOptions, PictureOptions, RunOptions, parse_selected
from consult_app.problems import UsageError, UserFacingError

if TYPE_CHECKING:
    import argparse

_VIEWS = {"front": 0, "left": 90, "back": 180, "right": 270}


def run_window(arguments: argparse.Namespace) -> int:
    """Open the window."""
    options = RunOptions(**_scene(arguments))
    # Starting makes hundreds of thousands of objects that stay: looking for garbage among them is wasted.
    # The window turns the collector on again after its first frame.
    gc.disable()
    # Qt slows every later import down, so what it does not need comes first.
    from consult_app.gui.application import run

    return run(options)


def run_picture(arguments: argparse.Namespace) -> int:
    """Write a picture without a display."""
    if arguments.out.suffix.lower() != ".png":
        raise UsageError(f"“{arguments.out}” is no PNG file. Let the name end in .png.")
    options = PictureOptions(
        out=arguments.out,
        scene=RunOptions(**_scene(arguments)),
        window=arguments.window,
        regions=arguments.regions,
        width=arguments.width,
        height=arguments.height,
        scale=arguments.scale,
    )
    from consult_app.gui.picture import write_picture

    return write_picture(options)


def run_handout(arguments: argparse.Namespace) -> int:
    """Write a hand-out without a display."""
    if arguments.out.suffix.lower() != ".pdf":
        raise UsageError(f"“{arguments.out}” is no PDF file. Let the name end in .pdf.")
    if not arguments.select:
        raise UsageError("A hand-out is about something. Name a muscle group: --select GROUP[:left|right].")
    options = HandoutOptions(
        out=arguments.out,
        scene=RunOptions(**_scene(arguments)),
        paper=arguments.paper,
        depth=arguments.depth,
        note=arguments.note,
        yes=tuple(arguments.yes),
        clinic=arguments.clinic,
        logo=arguments.logo,
        today=arguments.date,
    )
    from consult_app.gui.handout_file import write_handout

    return write_handout(options)


def run_make_atlas(arguments: argparse.Namespace) -> int:
    """Make the atlas from meshes, saying what is done."""
    if not arguments.meshes.is_dir():
        raise UsageError(f"There is no folder {arguments.meshes}. Name the folder that holds the meshes.")
    try:
        from consult_app.atlas_maker.build import make_atlas
        from consult_app.atlas_maker.faults import MeshFault
    except ModuleNotFoundError as error:
        raise UserFacingError(
            f"The atlas maker needs the library {error.name}. "
            "Install the extra that brings it: pip install 'consult-app[atlas-maker]'"
        ) from None
    try:
        make_atlas(arguments.meshes, arguments.out, report=_say)
    except MeshFault as fault:
        raise UserFacingError(str(fault)) from None
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


def _scene(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the options that window and picture share."""
    azimuth = _VIEWS[arguments.view] if arguments.view else arguments.azimuth
    return {
        "select": tuple(parse_selected(text) for text in arguments.select),
        "azimuth": None if azimuth is None else azimuth % 360,
        "layer": arguments.layer,
        "part": arguments.part,
        "language": arguments.language,
        "theme": arguments.theme,
        "text_size": arguments.text_size,
        "resources": arguments.resources,
        "settings": arguments.settings,
    }
