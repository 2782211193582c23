"""The page of a muscle group that the clinic has left out: its name, and that there is no more here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.gui.footer import footer

if TYPE_CHECKING:
    from consult_app.consultation import Selection
    from consult_app.gui.page import Page
    from consult_app.gui.page_kit import PageKit


def hidden_page(kit: PageKit, selection: Selection) -> Page:
    """Return the page: what is touched on the figure always has a name."""
    group = kit.catalogue.group_by_id[selection.group]
    side = kit.words(f"ui.side.{selection.side or 'both'}")
    page = kit.page()
    page.add(kit.title(group.name))
    name = kit.words("ui.part-of", name=group.clinical_name, side=side)
    page.add(kit.text(name, "body", "muted"), kit.theme.gap(4))
    card = kit.card("raised", "accent")
    card.add(kit.text(kit.words("ui.group.hidden"), "lead"))
    page.add(card, kit.theme.gap(16))
    page.add(kit.guides("safety"), kit.theme.gap(16))
    page.add(footer(kit), kit.theme.gap(28))
    return page
