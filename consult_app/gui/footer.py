"""The closing lines of every page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from consult_app.content.lookup import is_past

if TYPE_CHECKING:
    from consult_app.gui.page_kit import PageKit
    from consult_app.gui.texts import Text


def footer(kit: PageKit) -> Text:
    """Return the closing lines: what this is not, and who has reviewed it."""
    passport = kit.catalogue.passport
    reviewed = (
        kit.words("ui.footer.reviewed", reviewer=passport.reviewer, date=passport.reviewed_on)
        if passport.reviewer
        else kit.words("ui.footer.not_reviewed")
    )
    lines = [kit.words("ui.footer.informs"), reviewed]
    if is_past(passport.review_due, date.today()):
        lines.append(kit.words("ui.footer.review_due", date=passport.review_due))
    lines.append(kit.words("ui.footer.version", version=passport.version))
    return kit.text(" ".join(lines), "small", "muted")
