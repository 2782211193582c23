"""Where statements were found: numbers in the text, the sources below it. For practitioners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.content.detail_records import Reference
    from consult_app.gui.layout import Column
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit

LONG_WORD = re.compile(r"\S{18,}")
BREAK_AFTER, MAY_BREAK = re.compile(r"([/._-](?=\S)|\w{10}(?=\w{4}))"), "\\1\u200b"
"""Where a long DOI or address may go on in the next line, and the invisible sign that says so."""
UNKNOWN = re.compile(r"not shown(?: \((?P<institution>.+)\)$)?")
"""What stands for authors that the record did not show; it may name an institution."""


class Citations:
    """Numbers sources in the order in which a text first names them."""

    def __init__(self, kit: PageKit) -> None:
        self._kit = kit
        self._numbers: dict[str, int] = {}

    def numbers(self, references: Iterable[str]) -> str:
        """Return the numbers of some sources in brackets, with a blank before; nothing for none."""
        found = [self._numbers.setdefault(name, len(self._numbers) + 1) for name in references]
        return f" [{', '.join(map(str, found))}]" if found else ""

    def listed(self) -> Column:
        """Return the sources named so far, numbered."""
        known = self._kit.catalogue.reference_by_id
        listed = self._kit.steps((cite(self._kit, known[name]) for name in self._numbers), "small")
        listed.keeps_all = True  # titles of works
        return listed


def cite(kit: PageKit, reference: Reference) -> str:
    """Return a source in one line, with its number as it was found and how much of it was read."""
    unknown = UNKNOWN.match(reference.authors)
    authors = (unknown["institution"] or "") if unknown else reference.authors
    who = f"{authors} ({reference.year})" if authors and reference.year else authors or reference.year
    number = f"doi:{reference.doi}" if reference.doi else f"PMID {reference.pmid}" if reference.pmid else ""
    basis = kit.words(f"ui.basis.{reference.finding_basis or 'unread'}")
    parts = [who, reference.title, reference.journal, number]
    line = " ".join(f"{part.rstrip('.')}." for part in parts if part)
    return f"{LONG_WORD.sub(_breakable, line)} {basis}"


def short_names(kit: PageKit, references: Iterable[str]) -> str:
    """Return works by first author and year, as far as the record shows them, else by title."""
    return "; ".join(_short_name(kit.catalogue.reference_by_id[name]) for name in references)


def _short_name(reference: Reference) -> str:
    unknown = UNKNOWN.match(reference.authors)
    authors = (unknown["institution"] or "") if unknown else reference.authors
    first = authors.split(",")[0]
    is_person = first.rpartition(" ")[2].isupper() and " " in first
    name = first.rpartition(" ")[0] if is_person else first
    return f"{name or reference.title} {reference.year}".strip()


def _breakable(word: re.Match[str]) -> str:
    return BREAK_AFTER.sub(MAY_BREAK, word.group())


def sources(kit: PageKit, page: Page, references: Sequence[str]) -> None:
    """Add the sources of a page, folded away; patients are not shown them."""
    if references and kit.policy.shows_practitioner_layer:
        words = kit.words("ui.sources", count=len(references))
        page.add(kit.disclosure(words, _Sources(kit, references).build), kit.theme.gap(24))


class _Sources:
    def __init__(self, kit: PageKit, references: Sequence[str]) -> None:
        self._citations = Citations(kit)
        self._citations.numbers(references)

    def build(self) -> QWidget:
        """Return the list."""
        return self._citations.listed()
