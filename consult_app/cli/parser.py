"""What may be written on the command line."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = ("run", "check", "list", "find", "picture", "handout", "bench", "make-atlas")
KINDS = ("groups", "muscles", "benefits", "conditions", "zones", "references")
MEASURES = ("start", "tap", "turn", "search", "load", "memory", "idle", "growth", "disk")
_LARGEST = 10_000


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; the handler of each is imported when it runs."""
    parser = argparse.ArgumentParser(
        prog="consult-app",
        description="Explains dry needling on a clickable body map. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"consult-app {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_scene(commands.add_parser("run", help="open the window (the default)"))
    check = commands.add_parser("check", help="look for faults in a catalogue and its atlas")
    check.add_argument("folder", type=Path, nargs="?", metavar="DIR", help="resources or catalogue folder")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--scorecard", action="store_true", help="the release's figures instead of its faults")
    check.add_argument(
        "--settings", type=Path, metavar="FILE", help="look for faults in a settings file alone"
    )
    listing = commands.add_parser("list", help="list what the catalogue holds")
    listing.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    find = commands.add_parser("find", help="answer as the search field does")
    find.add_argument("text", nargs="+", metavar="TEXT")
    for command in (listing, find):
        command.add_argument("--json", action="store_true")
        _add_resources(command)
    _add_picture(commands.add_parser("picture", help="draw the figure or the window into a PNG file"))
    _add_handout(
        commands.add_parser("handout", help="write the sheet to take home as PDF, for one group or several")
    )
    _add_bench(commands.add_parser("bench", help="measure how fast and how light the program is here"))
    atlas = commands.add_parser("make-atlas", help="make the atlas from meshes")
    atlas.add_argument("meshes", type=Path, metavar="MESHES")
    atlas.add_argument("out", type=Path, metavar="OUT")
    return parser


def _add_scene(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="GROUP[:left|right]",
        help="may be given several times",
    )
    turned = command.add_mutually_exclusive_group()
    turned.add_argument("--view", choices=("front", "left", "back", "right"))
    turned.add_argument("--azimuth", type=int, metavar="DEGREES", help="0 front, 90 the patient's left")
    command.add_argument("--layer", choices=("superficial", "intermediate", "deep"))
    command.add_argument("--part", choices=("body", "head", "palms", "soles"), help="look from near")
    command.add_argument("--language", metavar="CODE")
    command.add_argument("--theme", choices=("light", "dark", "contrast"))
    command.add_argument("--text-size", type=_whole_number(50, 200), metavar="PERCENT", help="50 to 200")
    command.add_argument("--settings", type=Path, metavar="FILE", help="settings to use instead of your own")
    _add_resources(command)


def _add_picture(command: argparse.ArgumentParser) -> None:
    command.add_argument("out", type=Path, metavar="OUT.png")
    command.add_argument("--window", action="store_true", help="the whole window, not the figure alone")
    command.add_argument("--regions", type=Path, metavar="FILE.json", help="also write where each region is")
    command.add_argument("--width", type=_whole_number(1, _LARGEST), default=1200, metavar="PIXELS")
    command.add_argument("--height", type=_whole_number(1, _LARGEST), default=1600, metavar="PIXELS")
    command.add_argument(
        "--scale", type=_scale, default=1.0, metavar="FACTOR", help="pixels per logical pixel"
    )
    _add_scene(command)


def _add_handout(command: argparse.ArgumentParser) -> None:
    command.add_argument("out", type=Path, metavar="OUT.pdf")
    command.add_argument("--paper", choices=("A4", "Letter"), help="else as in the settings")
    command.add_argument("--depth", choices=("plain", "practitioner"), default="plain", help="for whom it is")
    command.add_argument("--note", default="", metavar="TEXT", help="your own words, printed as such")
    command.add_argument(
        "--yes",
        action="append",
        default=[],
        metavar="QUESTION",
        help="a safety question that was answered with yes; may be given several times",
    )
    command.add_argument(
        "--clinic", default="", metavar="NAME", help="whose paper it is; else as in the settings"
    )
    command.add_argument("--logo", type=Path, metavar="FILE", help="PNG, JPEG or SVG")
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day it is made; else today")
    _add_scene(command)


def _add_bench(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true")
    command.add_argument("--quick", action="store_true", help="fewer rounds, for a first look")
    command.add_argument(
        "--only", nargs="+", choices=MEASURES, default=[], metavar="NAME", help=", ".join(MEASURES)
    )
    _add_resources(command)


def _add_resources(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--resources", type=Path, metavar="DIR", help="use this folder of words and pictures"
    )


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader for whole numbers within limits."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from {least} to {most}")
        return number

    return read


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day written as 2026-01-31") from None


def _scale(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.25 <= factor <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0.25 to 4")
    return factor
