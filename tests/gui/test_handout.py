"""The sheet to take home, in the window and from the command line."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from consult_app.canvas.figure_options import FigureOptions
from consult_app.consultation import Consultation, PlanItem, Selection, Stroke
from consult_app.gui import handout_printing
from consult_app.gui.handout_maker import Sheet, request_of, subjects
from consult_app.gui.handout_page import HandoutPage
from consult_app.handout import render
from consult_app.policy import KIOSK
from tests.gui.conftest import bury
from tests.gui.looking import texts
from tests.gui.programs import is_sentence, run, run_script

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.content.words import Words
    from consult_app.gui.main_window import MainWindow

JAW, DELTOID = Selection("jaw", "left"), Selection("deltoid", "right")


@pytest.fixture
def page(window: MainWindow) -> HandoutPage:
    """The open page of the jaw, with a plan of two and notes."""
    window.select("jaw", "left")
    model = window.model
    noted = (
        model.now.add_to_plan(JAW).add_to_plan(DELTOID).note_in_plan(0, "Soft food.").write_note("Tuesday.")
    )
    model.step(noted)
    window.actions_by_id["handout.show"].trigger()
    opened = window.handouts.page
    assert opened is not None
    opened.finish()
    QApplication.processEvents()
    return opened


def said(page: HandoutPage) -> str:
    return "\n".join(sheet.accessibleDescription() for sheet in page.sheets)


def status(page: HandoutPage) -> str:
    return page.feet._note.text()


def test_what_is_explained_is_shown_as_it_will_be_printed(page: HandoutPage, words: Words) -> None:
    assert len(page.sheets) == 1
    sheet = page.sheets[0]
    assert sheet.accessibleName() == words("ui.handout.page", number=1, count=1)
    assert page._content.catalogue.group_by_id["jaw"].key_messages[0] in said(page)
    assert words("ui.side.left") in said(page)
    assert sheet.height() > sheet.width() > 600
    lit = page._theme.figure.selected.hslHue()
    image = sheet._image
    hues = [image.pixelColor(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)]
    assert sum(abs(c.hslHue() - lit) < 12 and c.hslSaturation() > 150 for c in hues) > 20


def test_notes_are_printed_only_when_asked_for(page: HandoutPage) -> None:
    assert "Soft food." not in said(page)
    page.choices.buttons["notes"].click()
    page.finish()
    assert "Soft food." in said(page)


def test_the_plan_can_be_printed_instead(page: HandoutPage, words: Words) -> None:
    page.choices.buttons["plan"].click()
    page.finish()
    assert len(page.sheets) == 2
    assert words("ui.handout.plan") in said(page)
    assert page.choices.buttons["plan"].isChecked()
    assert not page.choices.buttons["one"].isChecked()


def test_another_paper_has_another_shape(page: HandoutPage) -> None:
    page.choices.buttons["A4"].click()
    page.finish()
    assert page.sheets[0].height() / page.sheets[0].width() == pytest.approx(297 / 210, abs=0.01)
    page.choices.buttons["Letter"].click()
    page.finish()
    assert page.sheets[0].height() / page.sheets[0].width() == pytest.approx(11 / 8.5, abs=0.01)


def test_the_sheet_is_saved_where_a_person_says(
    page: HandoutPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "sheet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    page.feet.save.click()
    assert page.made is not None
    assert (tmp_path / "sheet.pdf").read_bytes() == page.made.pdf()
    assert "sheet.pdf" in status(page)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_place_that_cannot_be_written_is_told_of(
    page: HandoutPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "none" / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(missing), ""))
    page.save()
    assert "cannot be written" in status(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.save()
    assert "cannot be written" in status(page)


def test_without_a_printer_a_sentence_says_what_else_can_be_done(
    page: HandoutPage, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_printing, "has_printer", lambda: False)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.print_out()
    assert status(page) == words("ui.handout.no_printer")


def test_the_printer_gets_the_same_pages(page: HandoutPage, tmp_path: Path) -> None:
    assert page.made is not None
    printer = handout_printing.printer_for("Letter", "A sheet")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert handout_printing.print_pages(printer, page.made.pages(60) * 2)
    pypdf = pytest.importorskip("pypdf")
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 2
    assert float(printed.pages[0].mediabox.width) == pytest.approx(612, abs=1)


def test_printing_tells_how_it_went(page: HandoutPage, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout_printing, "has_printer", lambda: True)
    for is_wanted, works, key in ((True, True, "printed"), (True, False, "not_printed")):
        monkeypatch.setattr(handout_printing, "ask_printer", lambda *_, w=is_wanted: w)
        monkeypatch.setattr(handout_printing, "print_pages", lambda *_, w=works: w)
        page.print_out()
        assert status(page) == words(f"ui.handout.{key}")


def test_escape_shuts_the_page_and_it_is_gone(page: HandoutPage, window: MainWindow) -> None:
    reference = weakref.ref(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.handouts.page is None
    del page
    bury()
    gc.collect()
    assert not window.findChildren(HandoutPage)
    assert reference() is None or reference() not in window.children()


def test_single_keys_do_not_reach_the_window_beneath(page: HandoutPage, window: MainWindow) -> None:
    before = window.model.now
    for key in (Qt.Key.Key_3, Qt.Key.Key_M, Qt.Key.Key_L):
        QTest.keyClick(page.feet.shut, key)
    assert window.model.now == before


def test_tab_walks_the_page_alone(page: HandoutPage) -> None:
    seen = set()
    for _ in range(12):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        stop = page.window().focusWidget()
        assert stop is not None
        assert page.isAncestorOf(stop)
        seen.add(stop)
    assert len(seen) == len(page.choices.buttons) + 3


def test_where_there_is_nothing_to_hand_out_it_says_so(window: MainWindow, words: Words) -> None:
    window.actions_by_id["handout.show"].trigger()
    page = window.handouts.page
    assert page is not None
    assert page.sheets == []
    assert words("ui.handout.nothing") in texts(page)
    assert not page.feet.save.isEnabled()
    page.save()
    page.print_out()
    page.dismiss()


def test_a_missing_typesetter_is_a_sentence(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "find_spec", lambda _: None)
    window.select("jaw")
    window.actions_by_id["handout.show"].trigger()
    page = window.handouts.page
    assert page is not None
    page.finish()
    assert page.made is None
    assert any("pip install" in text for text in texts(page))
    assert not page.feet.print.isEnabled()


def test_everything_on_the_page_can_be_touched(page: HandoutPage) -> None:
    for button in (*page.choices.buttons.values(), page.feet.print, page.feet.save, page.feet.shut):
        assert min(button.width(), button.height()) >= 44
        assert button.accessibleName()
        assert page.rect().contains(
            button.geometry().translated(
                button.parentWidget().mapTo(page, button.parentWidget().rect().topLeft())
            )
        )


def test_what_there_is_to_hand_out() -> None:
    nothing = Consultation()
    assert subjects(nothing) == ()
    assert subjects(nothing.select("jaw")) == (False,)
    assert subjects(nothing.add_to_plan(JAW)) == (True,)
    assert subjects(nothing.add_to_plan(JAW).select("jaw")) == (False, True)


def test_a_patients_screen_never_hands_out_what_is_for_practitioners(window: MainWindow) -> None:
    now = Consultation(depth="practitioner").select("jaw")
    for policy, depth in ((window.content.policy, "practitioner"), (KIOSK, "plain")):
        content = window.content._replace(policy=policy)
        assert request_of(content, now, Sheet(), FigureOptions()).depth == depth


def test_the_picture_tells_view_side_and_zones_in_words(window: MainWindow, words: Words) -> None:
    now = Consultation(plan=(PlanItem(JAW), PlanItem(DELTOID))).turn_to(180)
    request = request_of(window.content, now, Sheet(is_plan=True), FigureOptions())
    assert request.picture is not None
    for part in (words("ui.from.180"), words("ui.side.left"), words("ui.side.right"), "Deltoid"):
        assert part in request.picture.alt


def test_the_picture_is_as_large_as_its_box_and_lit(window: MainWindow) -> None:
    now = Consultation().select("gluteus-maximus", "right").turn_to(180)
    request = request_of(window.content, now, Sheet(), FigureOptions())
    assert request.picture is not None
    image = QImage.fromData(request.picture.draw(80, 60))
    assert image.width() / image.height() == pytest.approx(80 / 60, abs=0.01)
    lit: QColor = window.theme.figure.selected
    found = [image.pixelColor(x, y) for x in range(0, image.width(), 6) for y in range(0, image.height(), 6)]
    assert sum(abs(c.hslHue() - lit.hslHue()) < 14 and c.hslSaturation() > 140 for c in found) > 100


def test_what_was_drawn_is_on_the_sheet(window: MainWindow, words: Words) -> None:
    window.select("rhomboids")
    plate = window.figure.plates[0]
    view = window.handouts.model.now.viewpoint._replace(azimuth=plate.azimuth)
    x, y, wide, high = plate.figure
    points = ((x + 0.4 * wide, y + 0.2 * high), (x + 0.6 * wide, y + 0.25 * high))
    plain = window.handouts.model.now
    drawn = plain.hurt(Stroke("touch", view, points, 0.05 * wide)).draw(
        Stroke("pen", view, points, 0.01 * wide, "blue")
    )
    pictures = []
    for now in (plain, drawn):
        picture = request_of(window.handouts.content, now, Sheet(), FigureOptions()).picture
        assert picture is not None
        assert (words("ui.handout.alt.ink") in picture.alt) == (now is drawn)
        assert (words("ui.handout.alt.pain") in picture.alt) == (now is drawn)
        pictures.append(QImage.fromData(picture.draw(80, 60)))
    assert pictures[0].size() == pictures[1].size()
    assert pictures[0] != pictures[1]


# The command


def test_a_handout_is_written_without_a_display(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    words = ("--select", "jaw:left", "--select", "deltoid", "--paper", "Letter", "--note", "Soft food.")
    done = run("handout", out, *words, "--date", "2026-11-21", DISPLAY="", QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    reader = pytest.importorskip("pypdf").PdfReader(out)
    assert len(reader.pages) == 2
    assert "Soft food." in reader.pages[0].extract_text()
    assert float(reader.pages[0].mediabox.width) == pytest.approx(612, abs=0.1)


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("a.pdf", "--select", "deltiod"), 2, "Did you mean “deltoid”?"),
        (("a.pdf",), 2, "--select"),
        (("a.png", "--select", "jaw"), 2, ".pdf"),
        (("a.pdf", "--select", "jaw", "--paper", "A5"), 2, "A4"),
        (("a.pdf", "--select", "jaw", "--date", "soon"), 2, "2026-01-31"),
        (("a.pdf", "--select", "jaw", "--yes", "pregnent"), 2, "There are: "),
        (("none/a.pdf", "--select", "jaw"), 1, "cannot be written there"),
        (("a.pdf", "--select", "jaw", "--logo", "none.png"), 1, "cannot be read"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, part: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(__import__("consult_app").__path__[0] + "/.."))
    monkeypatch.chdir(tmp_path)
    done = run("handout", *words)
    assert done.returncode == code
    assert is_sentence(done.stderr, part)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    script = (
        "import os, sys\n"
        "os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from consult_app.gui.application import RunOptions, load, make_application, make_window\n"
        "application = make_application()\n"
        "window = make_window(application, load(RunOptions()), RunOptions())\n"
        "window.show(); application.processEvents()\n"
        "late = ('typst', 'PySide6.QtPrintSupport', 'consult_app.handout', 'consult_app.gui.handout_page')\n"
        "print([name for name in late if name in sys.modules])\n"
    )
    done = run_script(script)
    assert done.stdout == "[]\n", done.stderr


def test_clinic_and_paper_come_from_the_settings(window: MainWindow) -> None:
    settings = window.content.settings._replace(clinic="North Street", paper="Letter")
    window.use(window.content.with_settings(settings))
    window.select("jaw")
    window.actions_by_id["handout.show"].trigger()
    page = window.handouts.page
    assert page is not None
    assert (page.sheet.paper, page.sheet.letterhead.clinic) == ("Letter", "North Street")
    page.finish()
    assert page.made is not None
    assert "North Street" in page.made._inputs["data"]


def test_a_written_handout_takes_what_is_not_named_from_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("clinic: North Street\npaper: Letter\nfoo: 1\n", encoding="utf-8")
    out = tmp_path / "a.pdf"
    done = run("handout", out, "--select", "jaw", "--settings", file)
    assert done.returncode == 0
    assert is_sentence(done.stderr, f"{file}:3:1", "foo")
    page = pytest.importorskip("pypdf").PdfReader(out).pages[0]
    assert "North Street" in page.extract_text()
    assert float(page.mediabox.width) == pytest.approx(612, abs=0.1)
