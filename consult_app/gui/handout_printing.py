"""Brings the pages of a hand-out to a printer; imported when somebody prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.handout.records import Paper

PRINT_PPI = 300
SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def has_printer() -> bool:
    """Return whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: Paper, title: str) -> QPrinter:
    """Return a printer that takes whole sheets of this paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def ask_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Let a person choose the printer; return whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_wanted


def print_pages(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Print pages, given as PNG, or those of them that were asked for; return whether that worked."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, png in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), QImage.fromData(png))
    return painter.end()
