"""Typesets a hand-out: a tagged PDF (PDF/UA-1), or the same pages as pictures. Needs no display.

The typesetter, typst, is imported when a hand-out is made and not before. It is given the bundled fonts and
nothing else, reads no file, and writes none.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, cast

from consult_app.handout.content import handout_of
from consult_app.handout.fitting import fitted
from consult_app.handout.source import art_of, figure_of, inputs_of
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    import typst

    from consult_app.handout.fitting import Setting
    from consult_app.handout.records import Handout, HandoutRequest

_LEAVES = "query(<leaf>).map(leaf => leaf.value)"
_PAGES = "query(<pages>).first().value"
_NO_LETTER = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
_MOST_UNKNOWN = 200
"""Times that letters without a shape are looked for, each time some others."""
STAND_IN = "▯"


class TypesetHandout:
    """A hand-out that fits its pages, ready to be written and shown."""

    def __init__(self, request: HandoutRequest, fonts: Path) -> None:
        """Typeset a request with the fonts of a folder.

        Raises:
            UserFacingError: the logo cannot be used, or the typesetter is missing.
        """
        self._typst = _typesetter()
        self._fonts = fonts
        self._request = request
        self._art = art_of(request)
        self._template = _template()
        self.handout, self.setting = fitted(handout_of(request), self._fits)
        self._inputs = {**inputs_of(request, self.handout, self.setting), **self._art}
        self._draw()
        self._pdf: bytes | None = None
        if not _is_usual(self._inputs["data"]):
            self.pdf()  # letters that no font has are replaced, so that pictures show the same

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return int(self._ask(self._inputs, _PAGES))

    def pdf(self) -> bytes:
        """Return the hand-out as PDF/UA-1: tagged, with title, language and fonts.

        Raises:
            UserFacingError: the typesetter cannot make it.
        """
        for _ in range(_MOST_UNKNOWN):
            if self._pdf is not None:
                break
            try:
                self._pdf = self._compile()
            except self._typst.TypstError as error:
                self._replace_unknown(error)
        if self._pdf is None:
            raise UserFacingError("The hand-out holds too many letters that no font has.")
        return self._pdf

    def pages(self, ppi: float) -> list[bytes]:
        """Return each page as a PNG picture with this many pixels per inch."""
        try:
            made = self._compiler(self._inputs).compile(format="png", ppi=ppi)
        except self._typst.TypstError as error:
            raise _fault(error) from error
        return cast("list[bytes]", made if isinstance(made, list) else [made])

    def _compile(self) -> bytes:
        """Return the PDF; it says that it was made on the day of the request, and nothing of the hour."""
        day = datetime.combine(self._request.today, time(), UTC)
        seconds = int(day.timestamp())
        made = self._compiler(self._inputs).compile(format="pdf", pdf_standards="ua-1", timestamp=seconds)
        return cast("bytes", made)

    def _fits(self, handout: Handout, setting: Setting) -> bool:
        """Tell whether no leaf takes more than a page, and the picture is as large as it has to be."""
        inputs = {**inputs_of(self._request, handout, setting), **self._art}
        return all(leaf["fits"] for leaf in self._ask(inputs, _LEAVES))

    def _draw(self) -> None:
        """Draw the figure for the box that the pages have for it."""
        picture = self._request.picture
        if picture is None:
            return
        box = next(leaf for leaf in self._ask(self._inputs, _LEAVES) if leaf["height"])
        self._inputs["picture"] = figure_of(picture, box["width"], box["height"])

    def _ask(self, inputs: Mapping[str, str], expression: str) -> Any:  # noqa: ANN401 -- as the typesetter answers
        try:
            return json.loads(self._compiler(inputs).eval(expression))
        except self._typst.TypstError as error:
            raise _fault(error) from error

    def _compiler(self, inputs: Mapping[str, str]) -> typst.Compiler:
        compiler: typst.Compiler = self._typst.Compiler(
            self._template,
            font_paths=[str(self._fonts)],
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
        )
        return compiler

    def _replace_unknown(self, error: Exception) -> None:
        """Put a box in the place of letters that no font has; other errors stay errors."""
        found = _NO_LETTER.search(str(error))
        unknown = set(found["text"]) - set(STAND_IN) if found else set()
        data = self._inputs["data"]
        replaced = "".join(STAND_IN if letter in unknown else letter for letter in data)
        if replaced == data:
            raise _fault(error) from error
        self._inputs["data"] = replaced


def _typesetter() -> ModuleType:
    try:
        import typst
    except ModuleNotFoundError as error:
        raise UserFacingError(
            "Hand-outs need the library typst. Install the program again: pip install consult-app"
        ) from error
    return typst


def _template() -> bytes:
    from pathlib import Path

    return Path(__file__).with_name("sheet.typ").read_bytes()


def _is_usual(text: str) -> bool:
    """Return whether all letters are those of European languages, which the bundled font has."""
    return all(letter < "\u0250" or "\u2010" <= letter <= "\u203a" for letter in text)


def _fault(error: Exception) -> UserFacingError:
    return UserFacingError(f"The hand-out cannot be typeset ({error}).")
