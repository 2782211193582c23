"""What a window is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme
    from consult_app.policy import Policy


class WindowContent(NamedTuple):
    """Catalogue, atlas, permissions and looks; ``cache`` is a folder for what may be made anew, or None."""

    catalogue: Catalogue
    atlas: Atlas
    resources: Path
    policy: Policy
    theme: Theme
    cache: Path | None = None
