"""What a window is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.settings.record import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from consult_app.atlas.model import Atlas
    from consult_app.content.records import Catalogue
    from consult_app.gui.theme import Theme
    from consult_app.policy import Policy


class WindowContent(NamedTuple):
    """Catalogue, atlas, permissions, looks and settings; ``cache`` is a folder for what may be made anew.

    ``whole`` is the catalogue with all that the settings leave out of ``catalogue``, ``allowed`` the
    permissions before they did; ``settings_file`` is where the settings are kept, where there is a place.
    """

    catalogue: Catalogue
    atlas: Atlas
    resources: Path
    policy: Policy
    theme: Theme
    cache: Path | None = None
    settings: Settings = Settings()
    settings_file: Path | None = None
    whole: Catalogue | None = None
    allowed: Policy | None = None

    def with_settings(self, settings: Settings) -> WindowContent:
        """Return the same with other settings, which leave out other groups and parts of pages."""
        whole, allowed = self.whole or self.catalogue, self.allowed or self.policy
        return self._replace(
            catalogue=whole.without(settings.hidden_groups),
            policy=allowed.without(settings.hidden_sections),
            settings=settings,
            whole=whole,
            allowed=allowed,
        )
