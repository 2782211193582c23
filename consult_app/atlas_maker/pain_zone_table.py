"""All pain zones by id, as the catalogue names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.atlas_maker import pain_zones_limbs, pain_zones_trunk

if TYPE_CHECKING:
    from consult_app.atlas_maker.pain_zones import Zone

ZONES: dict[str, Zone] = {
    **pain_zones_trunk.HEAD, **pain_zones_trunk.NECK, **pain_zones_trunk.SHOULDER, **pain_zones_trunk.TRUNK,
    **pain_zones_limbs.ARM, **pain_zones_limbs.LEG, **pain_zones_limbs.FOOT,
}  # fmt: skip
