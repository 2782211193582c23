"""Typesets a hand-out: a tagged PDF (PDF/UA-1), or the same pages as pictures. Needs no display.

The typesetter is given the bundled fonts and nothing else, reads no other file, and writes none.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult_app.handout.content import handout_of
from consult_app.handout.fitting import fitted
from consult_app.handout.source import art_of, figure_of, inputs_of
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from consult_app.handout.fitting import Setting
    from consult_app.handout.records import Handout, HandoutRequest

_LEAVES = "query(<leaf>).map(leaf => leaf.value)"
_PAGES = "query(<pages>).first().value"
_NO_LETTER = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
_MOST_UNKNOWN = 200
"""Times that letters without a shape are looked for, each time some others."""
STAND_IN = "▯"


class TypesetHandout:
    """A hand-out that fits its pages, ready to be written and shown.

    ``page_count`` tells how many there are, ``setting`` how it was made to fit.
    """

    def __init__(self, request: HandoutRequest, fonts: Path) -> None:
        """Typeset a request with the fonts of a folder.

        Raises:
            UserFacingError: the logo cannot be used, or the typesetter is missing or fails.
        """
        if find_spec("typst") is None:
            raise UserFacingError(
                "Hand-outs need the library typst. Install the program again: pip install consult-app"
            )
        self._fonts, self._request = fonts, request
        self._art = art_of(request)
        self._pdf: bytes | None = None
        with _Session(fonts) as session:
            self._session = session
            self.handout, self.setting = fitted(handout_of(request), self._fits)
            self._inputs = {**inputs_of(request, self.handout, self.setting), **self._art}
            self._draw()
            self._know_letters()
            self.page_count = int(session.ask(self._inputs, expression=_PAGES))

    def pdf(self) -> bytes:
        """Return the hand-out as PDF/UA-1: tagged, with title, language and fonts.

        Raises:
            UserFacingError: the typesetter cannot make it.
        """
        if self._pdf is None:
            with _Session(self._fonts) as session:
                self._pdf = self._made(session)
        return self._pdf

    def pages(self, ppi: float) -> list[bytes]:
        """Return each page as a PNG picture with this many pixels per inch.

        Raises:
            UserFacingError: the typesetter cannot make it.
        """
        with _Session(self._fonts) as session:
            return [base64.b64decode(page) for page in session.ask(self._inputs, ppi=ppi)]

    def _made(self, session: _Session) -> bytes:
        """Return the PDF; it says that it was made on the day of the request, and nothing of the hour."""
        day = datetime.combine(self._request.today, time(), UTC)
        return base64.b64decode(session.ask(self._inputs, seconds=int(day.timestamp()))[0])

    def _fits(self, handout: Handout, setting: Setting) -> bool:
        """Tell whether no leaf takes more than a page, and the picture is as large as it has to be."""
        inputs = {**inputs_of(self._request, handout, setting), **self._art}
        return all(leaf["fits"] for leaf in self._session.ask(inputs, expression=_LEAVES))

    def _draw(self) -> None:
        """Draw the figure for the box that the pages have for it, where they have one."""
        picture = self._request.picture
        boxes = [leaf for leaf in self._session.ask(self._inputs, expression=_LEAVES) if leaf["height"]]
        if picture is not None and boxes:
            self._inputs["picture"] = figure_of(picture, boxes[0]["width"], boxes[0]["height"])

    def _know_letters(self) -> None:
        """Put a box in the place of letters that no font has, which a PDF/UA may not hold."""
        if _is_usual(self._inputs["data"]):
            return
        for _ in range(_MOST_UNKNOWN):
            try:
                self._pdf = self._made(self._session)
                return
            except UserFacingError as error:
                found = _NO_LETTER.search(str(error))
                unknown = set(found["text"]) - set(STAND_IN) if found else set()
                data = self._inputs["data"]
                self._inputs["data"] = "".join(STAND_IN if letter in unknown else letter for letter in data)
                if self._inputs["data"] == data:
                    raise
        raise UserFacingError("The hand-out holds too many letters that no font has.")


class _Session:
    """A typesetter that runs as long as it is needed."""

    def __init__(self, fonts: Path) -> None:
        here = Path(__file__)
        self._basis = {"template": here.with_name("sheet.typ").read_text("utf-8"), "fonts": str(fonts)}
        self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and file
            [sys.executable, "-P", str(here.with_name("typesetter.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def __enter__(self) -> _Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, inputs: Mapping[str, str], **request: object) -> Any:  # noqa: ANN401 -- what it answers
        """Return the typesetter's answer.

        Raises:
            UserFacingError: it has none.
        """
        line = json.dumps({**self._basis, "inputs": inputs, **request}).encode() + b"\n"
        source, sink = self._process.stdout, self._process.stdin
        try:
            if source is None or sink is None:
                raise BrokenPipeError
            sink.write(line)
            sink.flush()
            told = json.loads(source.readline())
        except (OSError, ValueError) as error:
            raise UserFacingError("The hand-out cannot be typeset: the typesetter has ended.") from error
        if "error" in told:
            raise UserFacingError(f"The hand-out cannot be typeset ({told['error']}).")
        return told["value"]


def _is_usual(text: str) -> bool:
    """Return whether all letters are those of European languages, which the bundled font has."""
    return all(letter < "\u0250" or "\u2010" <= letter <= "\u203a" for letter in text)
