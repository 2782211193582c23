"""The controls of the settings, and the settings that they stand for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from consult_app.gui.buttons import Button
from consult_app.gui.fields import Field
from consult_app.gui.layout import Column, Flow
from consult_app.gui.texts import Heading, Text
from consult_app.gui.ticks import Tick
from consult_app.settings.record import (
    LOGO_ENDINGS,
    MOST_LETTERS,
    PAPERS,
    SECTIONS,
    SKINS,
    TEXT_SIZES,
    THEMES,
    Settings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.content.records import Catalogue
    from consult_app.content.words import Words
    from consult_app.gui.theme import Theme

DESKTOP = "desktop"


class SettingsForm(Column):
    """All settings below each other.

    Signals:
        changed: something was changed; carries whether all of it can be saved.
    """

    changed = Signal(bool)

    def __init__(self, catalogue: Catalogue, words: Words, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._catalogue, self._words, self._theme = catalogue, words, theme
        self._before = settings
        self._add_clinic()
        self._add_looks()
        self._add_figure()
        self._add_sections()
        self._add_groups()

    def chosen(self) -> Settings:
        """Return the settings as the controls stand."""
        logo = self.logo.text().strip()
        theme = _picked(self._themes)
        return self._before._replace(
            clinic=" ".join(self.clinic.text().split()),
            logo=Path(logo).expanduser() if logo else None,
            language=_picked(self._languages),
            theme=None if theme == DESKTOP else theme,
            text_size=self._text_size(),
            is_mirrored=self._mirror.isChecked(),
            paper="Letter" if _picked(self._papers) == "Letter" else "A4",
            hidden_groups=_left_out(self._groups),
            hidden_sections=_left_out(self._sections),
            shows_labels=self._labels.isChecked(),
            skin=int(_picked(self._skins)),
            is_still=self._still.isChecked(),
        )

    def _text_size(self) -> int | None:
        """Return the size that is picked; none where there was none and it was left alone."""
        before, picked = self._before.text_size, int(_picked(self._sizes))
        return picked if before is not None or picked != TEXT_SIZES[0] else None

    def fault(self) -> str:
        """Return what stands in the way of saving, as a sentence; empty where nothing does."""
        text = self.logo.text().strip()
        path = Path(text).expanduser()
        if not text:
            return ""
        if path.suffix.lower() not in LOGO_ENDINGS:
            return self._words("ui.settings.logo_kind")
        return "" if path.is_file() else self._words("ui.settings.logo_missing")

    # The parts

    def _add_clinic(self) -> None:
        words, before = self._words, self._before
        self._head("ui.settings.clinic")
        self.clinic = Field(self._theme, words("ui.settings.clinic_name"), before.clinic, MOST_LETTERS)
        self._labelled("ui.settings.clinic_name", self.clinic, "ui.settings.clinic_note")
        self.logo = Field(self._theme, words("ui.settings.logo"), str(before.logo or ""))
        self._labelled("ui.settings.logo", self.logo, "ui.settings.logo_note")
        self._logo_fault = self._text("", "strong")
        self._logo_fault.hide()
        self.add(self._logo_fault, self._theme.gap(6))
        self.pick = Button(self._theme, words("ui.settings.logo_pick"))
        self.pick.clicked.connect(self._on_pick_clicked)
        self.add(Flow([self.pick], 0), self._theme.gap(8))
        self.logo.textChanged.connect(self._on_logo_changed)
        self._papers = self._choice("ui.settings.paper", ((paper, paper) for paper in PAPERS), before.paper)

    def _add_looks(self) -> None:
        words, before = self._words, self._before
        self._head("ui.settings.looks")
        themes = [(name, words(f"ui.settings.theme.{name}")) for name in (DESKTOP, *THEMES)]
        self._themes = self._choice("ui.settings.theme", themes, before.theme or DESKTOP)
        sizes = [(str(size), words("ui.settings.percent", size=size)) for size in TEXT_SIZES]
        self._sizes = self._choice("ui.settings.text_size", sizes, str(before.text_size or TEXT_SIZES[0]))
        codes = self._catalogue.passport.languages
        languages = [(code, words(f"ui.settings.language.{code}")) for code in codes]
        self._languages = self._choice("ui.settings.language", languages, before.language)

    def _add_figure(self) -> None:
        words, before = self._words, self._before
        self._head("ui.settings.figure")
        skins = [(str(number), words(f"ui.settings.skin.{number}")) for number in range(len(SKINS))]
        self._skins = self._choice("ui.settings.skin", skins, str(before.skin))
        self._labels = self._tick(words("ui.settings.labels"), is_on=before.shows_labels)
        self._still = self._tick(words("ui.settings.still"), is_on=before.is_still)
        self._mirror = self._tick(words("ui.settings.mirror"), is_on=before.is_mirrored)
        for tick in (self._labels, self._still, self._mirror):
            self.add(tick, self._theme.gap(4))

    def _add_sections(self) -> None:
        self._head("ui.settings.sections")
        names = [(section, self._words(f"ui.settings.section.{section}")) for section in SECTIONS]
        self._sections = self._ticks(names, self._before.hidden_sections)

    def _add_groups(self) -> None:
        self._head("ui.settings.groups")
        self.add(self._text(self._words("ui.settings.groups_note"), "small", "muted"), self._theme.gap(4))
        self._groups: list[Tick] = []
        for area in self._catalogue.areas:
            names = [(group.id, group.name) for group in self._catalogue.groups if group.area == area.id]
            if names:
                self.add(self._text(area.name, "strong"), self._theme.gap(12))
                self._groups += self._ticks(names, self._before.hidden_groups)

    # What the parts are made of

    def _text(self, text: str, style: str = "body", colour: str = "ink") -> Text:
        return Text(self._theme, text, style, colour)

    def _head(self, key: str) -> None:
        self.add(Heading(self._theme, self._words(key), "heading", "accent"), self._theme.gap(30))

    def _labelled(self, key: str, field: Field, note: str) -> None:
        label = self._text(self._words(key), "strong")
        label.setBuddy(field)
        self.add(label, self._theme.gap(12))
        self.add(self._text(self._words(note), "small", "muted"), 2)
        self.add(field, self._theme.gap(6))

    def _choice(self, key: str, values: Iterable[tuple[str, str]], now: str) -> list[Tick]:
        """Add a row of which one is picked."""
        name = self._words(key)
        self.add(self._text(name, "strong"), self._theme.gap(14))
        rounds = [Tick(self._theme, text, value, is_one_of=True) for value, text in values]
        for tick in rounds:
            tick.setChecked(tick.value == now)
            tick.setAccessibleDescription(name)
        self.add(Flow(rounds, self._theme.gap(6)), 2)
        return rounds

    def _ticks(self, names: Iterable[tuple[str, str]], hidden: Iterable[str]) -> list[Tick]:
        """Add ticks for what is shown; what is hidden has none."""
        left_out = frozenset(hidden)
        ticks = [self._tick(text, value, is_on=value not in left_out) for value, text in names]
        self.add(Flow(ticks, self._theme.gap(6)), self._theme.gap(4))
        return ticks

    def _tick(self, text: str, value: str = "", *, is_on: bool) -> Tick:
        tick = Tick(self._theme, text, value)
        tick.setChecked(is_on)
        return tick

    # Slots

    @Slot()
    def _on_logo_changed(self) -> None:
        fault = self.fault()
        self._logo_fault.setText(fault)
        self._logo_fault.setVisible(bool(fault))
        self.changed.emit(not fault)

    @Slot()
    def _on_pick_clicked(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        endings = " ".join(f"*{ending}" for ending in LOGO_ENDINGS)
        name = self._words("ui.settings.logo")
        chosen, _filter = QFileDialog.getOpenFileName(self, name, self.logo.text(), f"{name} ({endings})")
        if chosen:
            self.logo.setText(chosen)


def _picked(rounds: Iterable[Tick]) -> str:
    return next((tick.value for tick in rounds if tick.isChecked()), "")


def _left_out(ticks: Iterable[Tick]) -> tuple[str, ...]:
    return tuple(tick.value for tick in ticks if not tick.isChecked())
