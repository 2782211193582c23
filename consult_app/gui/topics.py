"""What a chosen topic is called and which muscle groups it lights: benefit, condition, area or zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.lookup import (
    groups_for_benefit,
    groups_for_condition,
    groups_for_zone,
    groups_in_area,
)

if TYPE_CHECKING:
    from consult_app.consultation import Topic
    from consult_app.content.records import Catalogue, MuscleGroup


def groups_of(catalogue: Catalogue, topic: Topic) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups that a topic lights."""
    find = {
        "benefit": groups_for_benefit,
        "condition": groups_for_condition,
        "area": groups_in_area,
        "zone": groups_for_zone,
    }[topic.kind]
    return find(catalogue, topic.id)


def name_of(catalogue: Catalogue, topic: Topic) -> str:
    """Return the plain name of a topic."""
    if topic.kind == "benefit":
        return catalogue.benefit_by_id[topic.id].name
    if topic.kind == "condition":
        return catalogue.condition_by_id[topic.id].name
    if topic.kind == "zone":
        return catalogue.zone_by_id[topic.id].name
    return next(area.name for area in catalogue.areas if area.id == topic.id)
