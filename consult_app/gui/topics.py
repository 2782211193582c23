"""What a chosen topic is called and which muscle groups it lights."""

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
    from consult_app.content.detail_records import Options
    from consult_app.content.records import Catalogue, MuscleGroup
    from consult_app.content.words import Words


def groups_of(catalogue: Catalogue, topic: Topic) -> tuple[MuscleGroup, ...]:
    """Return the muscle groups that a topic lights."""
    find = {
        "benefit": groups_for_benefit,
        "condition": groups_for_condition,
        "area": groups_in_area,
        "zone": groups_for_zone,
    }.get(topic.kind)
    if topic.kind == "options":
        return groups_for_condition(catalogue, _options(catalogue, topic.id).condition)
    return find(catalogue, topic.id) if find else ()


def name_of(catalogue: Catalogue, topic: Topic, words: Words) -> str:
    """Return the plain name of a topic."""
    if topic.kind == "tool":
        return words(f"ui.tool.{topic.id}")
    if topic.kind == "guide":
        return words(f"ui.guide.{topic.id}")
    if topic.kind == "not-for":
        return next(item.name for item in catalogue.details.not_for if item.id == topic.id)
    if topic.kind == "options":
        condition = catalogue.condition_by_id[_options(catalogue, topic.id).condition]
        return words("ui.options.title", name=condition.name)
    if topic.kind == "benefit":
        return catalogue.benefit_by_id[topic.id].name
    if topic.kind == "condition":
        return catalogue.condition_by_id[topic.id].name
    if topic.kind == "zone":
        return catalogue.zone_by_id[topic.id].name
    return next(area.name for area in catalogue.areas if area.id == topic.id)


def _options(catalogue: Catalogue, identifier: str) -> Options:
    return next(item for item in catalogue.details.options if item.id == identifier)
