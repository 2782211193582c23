"""Where does it hurt? Warning signs first, then the places shown, then the muscles that may refer there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from consult_app.consultation import Selection
from consult_app.content.referral import ranked, red_flags
from consult_app.gui.buttons import Button
from consult_app.gui.care_sections import URGENCIES
from consult_app.gui.fit_mark import FitMark
from consult_app.gui.footer import footer
from consult_app.gui.layout import Beside, Card, Column
from consult_app.gui.pain_reading import place_name, place_names
from consult_app.gui.referral_picture import SIDE, ReferralPicture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from consult_app.content.records import Zone
    from consult_app.content.referral import Match
    from consult_app.content.safety_records import RedFlag
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit
    from consult_app.gui.pain_reading import PainReading

MOST_SHOWN = 6
"""Muscle groups shown before the person asks for all of them."""
MUSCLES = "muscles"
"""The place on the page to which its head leads."""
ALL, MOST = 0.95, 0.5
"""Shares of the drawing from which a pattern is said to take in all, or most, of it."""


def pain_map_page(kit: PageKit, reading: PainReading) -> Page:
    """Return the page for what is drawn now."""
    felt = reading.felt(kit.model.now.pain)
    page = kit.page()
    page.plan(
        partial(_add_head, kit, felt), partial(_add_flags, kit, felt), partial(_add_places, kit, reading)
    )
    page.plan(partial(_add_matches, kit, reading, felt), partial(_add_list, kit, reading))
    return page


def fit_sentence(kit: PageKit, match: Match) -> str:
    """Return in words how a group's pain fits what was drawn."""
    share = "all" if match.share >= ALL else "most" if match.share >= MOST else "part"
    if match.is_primary:
        return kit.words(f"ui.pain-map.primary.{share}")
    return kit.words(f"ui.pain-map.spillover.{share}")


def _add_head(kit: PageKit, felt: Mapping[str, float], page: Page) -> None:
    page.add(kit.title(kit.words("ui.tool.pain")))
    page.add(kit.text(kit.words("ui.pain-map.how"), "lead", "muted"), kit.theme.gap(8))
    if felt:
        count = len(ranked(kit.catalogue, felt))
        page.add(kit.text(kit.words("ui.pain-map.found", count=count), "strong", "accent"), kit.theme.gap(10))
        page.add(kit.links([kit.link("here", MUSCLES, kit.words("ui.pain-map.go"))]), kit.theme.gap(8))
    page.add(kit.commands("history.back", "history.forward", "pain.clear"), kit.theme.gap(14))


def _add_flags(kit: PageKit, felt: Iterable[str], page: Page) -> None:
    near, others = red_flags(kit.catalogue, {key.rpartition(":")[0] for key in felt})
    card = kit.card("warning", "warning_edge")
    card.add(kit.subheading(kit.words("ui.pain-map.flags")))
    _add_signs(kit, near, card)
    page.add(card, kit.theme.gap(16))
    if others:
        more = kit.disclosure(kit.words("ui.pain-map.more_flags"), _Signs(kit, others).build)
        page.add(more, kit.theme.gap(8))


def _add_signs(kit: PageKit, flags: Sequence[RedFlag], column: Column) -> None:
    for urgency in URGENCIES:
        kit.part(column, f"ui.flag.{urgency}", [flag.text for flag in flags if flag.urgency == urgency])


class _Signs:
    """The warning signs of other places."""

    def __init__(self, kit: PageKit, flags: Sequence[RedFlag]) -> None:
        self._kit, self._flags = kit, flags

    def build(self) -> QWidget:
        """Return them, the most urgent first."""
        column = Column()
        _add_signs(self._kit, self._flags, column)
        return column


def _add_places(kit: PageKit, reading: PainReading, page: Page) -> None:
    kit.section(page, kit.words("ui.pain-map.places"))
    now = kit.model.now
    felt = reading.felt(now.pain)
    if not now.pain:
        page.add(kit.text(kit.words("ui.pain-map.nothing")), kit.theme.gap(8))
    elif not felt:
        page.add(kit.text(kit.words("ui.pain-map.unknown")), kit.theme.gap(8))
    else:
        page.add(kit.text(kit.words("ui.pain-map.places_note"), "small", "muted"), kit.theme.gap(4))
        page.add(PlaceButtons(kit, reading, list(felt)), kit.theme.gap(10))


class PlaceButtons(Column):
    """A button per place: it notes that it hurts there or, where it is noted already, wipes that away."""

    def __init__(self, kit: PageKit, reading: PainReading, keys: Sequence[str]) -> None:
        super().__init__()
        self._kit, self._reading = kit, reading
        felt = reading.felt(kit.model.now.pain)
        self.add(kit.links([self._button(key, is_felt=key in felt) for key in keys]))

    def _button(self, key: str, *, is_felt: bool) -> Button:
        kit = self._kit
        name = place_name(kit.catalogue, kit.words, key)
        button = Button(kit.theme, name, "chip", icon="close" if is_felt else "plus", value=key)
        said = "ui.pain-map.remove" if is_felt else "ui.pain-map.add"
        button.setAccessibleName(kit.words(said, place=name))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, Button):
            return
        model, key = self._kit.model, button.value
        touching = [hurt.stroke for hurt in self._reading.hurts(model.now.pain) if key in hurt.zones]
        if touching:
            model.step(model.now.heal(touching))
            return
        stroke = self._reading.touch(key, model.now.viewpoint)
        if stroke is not None:
            model.step(model.now.hurt(stroke).look_from(stroke.view))


def _add_matches(kit: PageKit, reading: PainReading, felt: Mapping[str, float], page: Page) -> None:
    found = ranked(kit.catalogue, felt)
    if not felt:
        return
    kit.section(page, kit.words("ui.pain-map.muscles", count=len(found)), MUSCLES)
    page.add(kit.text(kit.words("ui.pain-map.causes")), kit.theme.gap(6))
    page.add(kit.text(kit.words("ui.pain-map.order"), "small", "muted"), kit.theme.gap(4))
    is_single = len(felt) == 1
    for match in found[:MOST_SHOWN]:
        page.add(MatchCard(kit, reading, match, is_single=is_single), kit.theme.gap(12))
    if found[MOST_SHOWN:]:
        more = _MoreMatches(kit, reading, found[MOST_SHOWN:], is_single=is_single)
        page.add(kit.disclosure(kit.words("ui.pain-map.more"), more.build), kit.theme.gap(14))


class _MoreMatches:
    """The groups that fit less well."""

    def __init__(
        self, kit: PageKit, reading: PainReading, matches: Sequence[Match], *, is_single: bool
    ) -> None:
        self._kit, self._reading, self._matches, self._is_single = kit, reading, matches, is_single

    def build(self) -> QWidget:
        """Return a card per group."""
        column = Column()
        for match in self._matches:
            card = MatchCard(self._kit, self._reading, match, is_single=self._is_single)
            column.add(card, self._kit.theme.gap(12))
        return column


class MatchCard(Card):
    """One muscle group: its name leads to the explanation, a toggle shows its pain on the body."""

    def __init__(self, kit: PageKit, reading: PainReading, match: Match, *, is_single: bool) -> None:
        super().__init__(kit.theme.colour("raised"), kit.theme.colour("accent"), kit.theme.gap(16))
        self._kit, self.match = kit, match
        group = kit.catalogue.group_by_id[match.group]
        self._selection = Selection(match.group, match.side)
        side = kit.words(f"ui.side.{match.side or 'both'}")
        target = f"{group.id}/{match.side}" if match.side else group.id
        column = Column()
        link = kit.link("group", target, group.name, "link")
        link.setAccessibleName(kit.words("ui.region", name=group.name, side=side))
        column.add(kit.links([link]))
        column.add(
            kit.text(kit.words("ui.part-of", name=group.clinical_name, side=side), "small", "muted"), -6
        )
        column.add(kit.text(fit_sentence(kit, match)), kit.theme.gap(6))
        if not is_single:
            places = place_names(kit.catalogue, kit.words, sorted(match.zones))
            column.add(kit.text(places, "small", "muted"), 2)
        self._show = Button(kit.theme, kit.words("ui.pain-map.show"), "chip")
        self._show.setCheckable(True)
        self._show.setAccessibleName(kit.words("ui.pain-map.show_one", name=group.name, side=side))
        self._show.clicked.connect(self._on_show_clicked)
        column.add(kit.links([self._show]), kit.theme.gap(8))
        words = kit.words("ui.pain.primary" if match.is_primary else "ui.pain.spillover")
        aside = Column()
        aside.add(ReferralPicture(kit, reading, match))
        aside.add(FitMark(kit.theme, words, is_primary=match.is_primary), kit.theme.gap(8))
        width, least = round(kit.theme.px(SIDE)), round(kit.theme.px(200))
        self.add(Beside(column, aside, width, kit.theme.gap(14), least))
        self._is_shown = False
        kit.model.pointed.connect(self._on_pointed)
        if kit.model.pointed_at == self._selection:
            self._on_pointed()

    @Slot()
    def _on_show_clicked(self) -> None:
        model = self._kit.model
        model.point_at(None if model.pointed_at == self._selection else self._selection)

    @Slot()
    def _on_pointed(self) -> None:
        was_shown, self._is_shown = self._is_shown, self._kit.model.pointed_at == self._selection
        self._show.setChecked(self._is_shown)
        if self._is_shown == was_shown:
            return
        self._show.set_icon("tick" if self._is_shown else "")
        self._show.updateGeometry()
        self._kit.relayout()


def _add_list(kit: PageKit, reading: PainReading, page: Page) -> None:
    kit.section(page, kit.words("ui.pain-map.list"))
    page.add(kit.text(kit.words("ui.pain-map.list_note"), "small", "muted"), kit.theme.gap(4))
    for area in kit.catalogue.areas:
        zones = [zone for zone in kit.catalogue.zones if zone.area == area.id]
        if zones:
            page.add(kit.disclosure(area.name, _AreaPlaces(kit, reading, zones).build), kit.theme.gap(6))
    page.add(footer(kit), kit.theme.gap(28))


class _AreaPlaces:
    """The places of one body area."""

    def __init__(self, kit: PageKit, reading: PainReading, zones: Sequence[Zone]) -> None:
        self._kit, self._reading, self._zones = kit, reading, zones

    def build(self) -> QWidget:
        """Return a button per place and side."""
        keys = [
            f"{zone.id}:{side}"
            for zone in self._zones
            for side in (("left", "right") if zone.paired else ("midline",))
        ]
        return PlaceButtons(self._kit, self._reading, keys)
